using Bunit;
using Portal.Domain.Submissions;
using Portal.Shared.Fields;

namespace Portal.Tests.Shared.Fields;

/// <summary>Documents as pages draw them.</summary>
public sealed class EvidencePanelTests : BunitContext
{
    private static readonly EvidenceRow Row = new(7, "ke-hoach.pdf", 1_258_291, "application/pdf", new string('a', 64), true, "32/KH", new DateOnly(2024, 3, 18), "UBND xã", "Kế hoạch", false, true, 3,
        LinkDecision.Undecided, null, new DateTimeOffset(2024, 7, 1, 1, 31, 0, TimeSpan.Zero), ["XA-05", ItemAnswer.Cover]);

    [Fact]
    public void A_rendered_input_is_never_written_again_and_later_values_stand_beside_it()
    {
        var panel = Draw(true, Row);
        panel.Render(p => p.Add(x => x.Documents, [Row with { Number = "33/KH", Version = 4 }]));
        var input = panel.Find("[data-doc-field=number]");
        Assert.Equal(("32/KH", "33/KH"), (input.GetAttribute("value"), input.GetAttribute("data-value")));
        Assert.Equal("4", panel.Find("[data-document]").GetAttribute("data-version"));
    }

    [Fact]
    public void A_row_says_size_time_and_where_else_it_stands() =>
        Assert.Equal("1,2 MB · tải lên 01/7 08:31 · dùng chung với XA-05, phần chung", Draw(true, Row).Find(".f small").TextContent);

    [Fact]
    public void A_rejected_document_shows_why_and_can_neither_be_described_nor_taken_off()
    {
        var panel = Draw(true, Row with { Decision = LinkDecision.Rejected, Reason = "Trang 2 không đọc được.", Frozen = true });
        Assert.Contains("Không đạt", panel.Find(".st").TextContent);
        Assert.Contains("Trang 2 không đọc được.", panel.Find(".rz").TextContent);
        Assert.Empty(panel.FindAll("[data-doc-field], [data-remove]"));
    }

    [Fact]
    public void A_document_decided_elsewhere_can_be_taken_off_but_not_described()
    {
        var panel = Draw(true, Row with { Frozen = true });
        Assert.Empty(panel.FindAll("[data-doc-field]"));
        Assert.Single(panel.FindAll("[data-remove]"));
    }

    [Fact]
    public void A_reader_gets_the_words_and_a_look_at_the_document_and_no_other_control()
    {
        var panel = Draw(false, Row);
        Assert.Empty(panel.FindAll("input, textarea, button:not([data-preview-open])"));
        Assert.Equal("/d/7", panel.Find("[data-preview-open]").GetAttribute("data-preview-open"));
        Assert.Equal("18/3/2024", panel.FindAll("dd")[1].TextContent);
        Assert.Equal("/d/7", panel.Find("a[download]").GetAttribute("href"));
    }

    [Fact]
    public void The_script_gets_every_word_it_asks_for()
    {
        var script = string.Concat(new[] { "evidence", "evidence-row", "uploads", "kept-files" }.Select(name => File.ReadAllText(Path.Combine(Root(), $"wwwroot-assets/js/{name}.js"))));
        var asked = System.Text.RegularExpressions.Regex.Matches(script, @"words\.([A-Z]\w+)").Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.NotEmpty(asked);
        var given = System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(EvidenceWords.Json)!;
        Assert.Empty(asked.Except(given.Keys));
        Assert.Empty(given.Keys.Except(asked));
        Assert.DoesNotContain(given.Values, string.IsNullOrWhiteSpace);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Portal.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    private IRenderedComponent<EvidencePanel> Draw(bool editable, params EvidenceRow[] rows) => Render<EvidencePanel>(p => p
        .Add(x => x.UploadsUrl, "/tai-len").Add(x => x.DocumentsUrl, "/u").Add(x => x.DocumentUrl, id => $"/d/{id}").Add(x => x.LinkUrl, id => $"/l/{id}").Add(x => x.Documents, rows).Add(x => x.Editable, editable));
}
