using Portal.Domain;
using Portal.Features.Drafting;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Drafting;

/// <summary>Ready-made indicators: what earlier requests asked, by theme, for those who write requests.</summary>
[Trait("Engine", "both")]
public sealed class IndicatorLibraryTests
{
    [Fact]
    public async Task Coordinator_finds_each_question_of_earlier_requests_once_with_its_theme()
    {
        await using var portal = await TestPortal.CreateAsync();
        var found = (await portal.As(TestPortal.Coordinator).Get<IndicatorLibrary>().RunAsync()).Value!;
        Assert.Contains(found, f => f.Code == "CA02.01" && f.Source == TestPortal.RequestCode && f.Themes.Count > 0);
        Assert.Equal(found.Count, found.DistinctBy(f => (Fold.Of(f.Field.Label), f.Field.Type, f.Field.Unit)).Count());
    }

    [Fact]
    public async Task Officer_of_a_unit_is_refused()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Equal(ProblemKind.Refused, (await portal.As("21046.canbo").Get<IndicatorLibrary>().RunAsync()).Problem?.Kind);
    }
}
