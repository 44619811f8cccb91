using System.Text.RegularExpressions;
using Portal.Domain.Submissions;

namespace Portal.Tests.Architecture;

/// <summary>Rules about source text.</summary>
public sealed partial class SourceTests
{
    [Fact]
    public void Words_for_people_stand_in_resources()
    {
        var files = SourceRules.Files(".cs", ".razor", ".js", ".css").Where(f => !f.StartsWith("Portal.Tests/", StringComparison.Ordinal));
        Assert.Equal([], files.SelectMany(f => SourceRules.VietnameseLetters(f, SourceRules.Read(f))));
    }

    [Theory]
    [InlineData("a.cs", "var s = \"Gửi // báo cáo\";", 1)]
    [InlineData("a.cs", "var s = \"\"\"\n  Gửi\n  \"\"\";", 1)]
    [InlineData("a.cs", "// Gửi báo cáo\nvar url = \"http://x\"; /* Gửi\n báo cáo */", 0)]
    [InlineData("a.cs", "/// <summary>Gửi báo cáo</summary>", 0)]
    [InlineData("a.razor", "<p>Gửi</p>\n@* Gửi *@\n<!-- Gửi -->", 1)]
    [InlineData("a.razor", "@code {\n    // Gửi\n    string s = \"Đạt\";\n}", 1)]
    [InlineData("a.js", "const a = `Đạt`; // Đạt\nconst b = 'Đạt';", 2)]
    [InlineData("a.css", "/* Đạt */ .a::after { content: 'Đạt'; }", 1)]
    public void Words_in_code_are_found_and_words_in_comments_are_not(string file, string text, int lines) => Assert.Equal(lines, SourceRules.VietnameseLetters(file, text).Count);

    [Fact]
    public void No_file_is_longer_than_a_stranger_reads() => Assert.Equal([], SourceRules.Files(".cs", ".razor", ".js").SelectMany(f => SourceRules.TooLong(f, SourceRules.Read(f))));

    [Theory]
    [InlineData(299, 0)]
    [InlineData(300, 1)]
    public void A_long_file_is_found(int lines, int found) => Assert.Equal(found, SourceRules.TooLong("a.cs", string.Concat(Enumerable.Repeat("x\n", lines))).Count);

    [Fact]
    public void A_class_begins_in_one_style_sheet() => Assert.Equal([], ClassesOfSeveral(SourceRules.Files(".css").Where(f => !f.EndsWith("/print.css", StringComparison.Ordinal)).Select(f => (f, SourceRules.Read(f)))));

    [Fact]
    public void A_class_that_begins_twice_is_found() =>
        Assert.Equal(["bar: a.css, b.css"], ClassesOfSeveral([("a.css", ".bar { height: 1px; }\n.foot, .own { }\n@media print {\n  .own { }\n}"), ("b.css", ".other,\n.bar { }\n.chart .foot { }")]));

    [Fact]
    public void No_text_knows_at_which_level_of_the_state_it_is_read() =>
        Assert.Equal([], SourceRules.Files(".resx").Where(f => !f.StartsWith("Portal/Domain/Letters/", StringComparison.Ordinal) && SourceRules.Read(f).Contains("huyện", StringComparison.OrdinalIgnoreCase))); // the grammar of letters names all levels

    [Fact]
    public void Where_events_have_texts_every_event_has_one() => Assert.Equal([], SourceRules.Files(".resx").SelectMany(f => MissingEvents(f, SourceRules.Read(f))));

    [Fact]
    public void A_missing_text_of_an_event_is_found() => Assert.Equal(Enum.GetValues<EventVerb>().Length - 1, MissingEvents("a.resx", "<data name=\"EventSent\">").Count());

    // All sheets are loaded on every page: a second rule for a bare class changes what the first one drew, wherever it stands.
    private static IEnumerable<string> ClassesOfSeveral(IEnumerable<(string File, string Text)> sheets) =>
        from begun in sheets.SelectMany(s => BareClass().Matches(s.Text).Select(m => (Name: m.Groups[1].Value, s.File))).Distinct()
        group begun.File by begun.Name into files
        where files.Count() > 1
        select $"{files.Key}: {string.Join(", ", files)}";

    private static IEnumerable<string> MissingEvents(string file, string text)
    {
        var told = EventKey().Matches(text).Select(m => m.Groups[1].Value).ToHashSet();
        return told.Overlaps(Enum.GetNames<EventVerb>()) ? Enum.GetNames<EventVerb>().Where(v => !told.Contains(v)).Select(v => $"{file} has no text Event{v}") : [];
    }

    [GeneratedRegex("<data name=\"Event([A-Za-z]+)\"")]
    private static partial Regex EventKey();

    [GeneratedRegex(@"^(?:[^\s{}][^{}\n]*, )?\.([a-z][\w-]*)(?=,| \{)", RegexOptions.Multiline)]
    private static partial Regex BareClass();
}
