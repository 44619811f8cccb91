using Portal.Domain.People;

namespace Portal.Tests.Domain.People;

/// <summary>Who acts for units that ended.</summary>
public sealed class SuccessionTests
{
    private static readonly Succession Line = new(new Dictionary<string, string?> { ["A"] = "B", ["B"] = "C", ["X"] = null, ["R"] = "S", ["S"] = "R" });

    [Theory]
    [InlineData("A", "C")]
    [InlineData("B", "C")]
    [InlineData("C", "C")]
    [InlineData("X", null)]
    [InlineData("R", "R")] // a ring, which no press can make, ends
    public void The_last_in_the_line_acts(string unit, string? acts) => Assert.Equal(acts, Line.ActingFor(unit));

    [Fact]
    public void The_line_is_the_unit_and_all_after_it() => Assert.Equal(["A", "B", "C"], Line.LineOf("A"));

    [Fact]
    public void The_successors_people_get_the_old_units_and_the_old_units_people_lose_theirs()
    {
        Assert.Equal([new(Role.Head, "C"), new(Role.Head, "A"), new(Role.Head, "B")], Line.Carry([new(Role.Head, "C")]));
        Assert.Empty(Line.Carry([new(Role.Officer, "A"), new(Role.Coordinator, "X")]));
        Assert.Equal([new(Role.Leader, "A"), new(Role.Administrator, "X")], Line.Carry([new(Role.Leader, "A"), new(Role.Administrator, "X")]));
    }
}
