using Portal.Domain.Requests;

namespace Portal.Domain.Consolidation;

/// <summary>A heading of the report's plan, and what a first draft puts below it.</summary>
/// <param name="Level">1 for a section, 2 for a clause within it.</param>
/// <param name="Title">The heading.</param>
/// <param name="Blocks">What stands below it, in order.</param>
public sealed record OutlinePart(int Level, string Title, IReadOnlyList<OutlineBlock> Blocks);

/// <summary>A block of the plan.</summary>
/// <param name="Recipe">How it is made.</param>
/// <param name="Text">Its words, where it is made of nothing else.</param>
public sealed record OutlineBlock(BlockRecipe Recipe, string Text = "");

/// <summary>Where a report's plan comes from: the request's file (<c>consolidation.sections</c>), else a plan of the usual sections over the request's items.</summary>
internal static class ReportOutline
{
    private const string Difficulties = "khoKhanVuongMac", Measures = "giaiPhap", Proposals = "deXuatKienNghi";

    private static readonly Dictionary<string, BlockKind> Kinds = new()
    {
        ["text"] = BlockKind.Text,
        ["digest"] = BlockKind.Digest,
        ["figures"] = BlockKind.Figures,
        ["rates"] = BlockKind.Rates,
        ["table"] = BlockKind.Table,
        ["resolution"] = BlockKind.Resolution,
        ["pending"] = BlockKind.Pending,
        ["chart"] = BlockKind.Chart,
        ["sending"] = BlockKind.Sending,
        ["unsent"] = BlockKind.Unsent,
    };

    /// <summary>Reads the plan of a request's file.</summary>
    /// <param name="consolidation">Where it stands.</param>
    public static IReadOnlyList<OutlinePart> Read(JsonPlace consolidation) =>
        [.. consolidation.List("sections").Select(s => new OutlinePart(s.Whole("level") ?? 1, s.Text("title"), [.. s.List("blocks").Select(Block)]))];

    private static OutlineBlock Block(JsonPlace block) => new(new(block.Word("kind", Kinds))
    {
        Items = block.Texts("items"),
        Fields = block.Texts("fields"),
        Rates = block.Texts("rates"),
        Containing = block.Texts("containing"),
    }, block.TextOrNull("text") ?? "");

    /// <summary>The plan of a request.</summary>
    public static IReadOnlyList<OutlinePart> Of(RequestDefinition request) => request.Outline.Count > 0 ? request.Outline :
    [
        new(1, ReportWords.SectionDirection, [new(new(BlockKind.Sending)), new(new(BlockKind.Unsent))]),
        new(1, ReportWords.SectionResults, [new(new(BlockKind.Resolution)), new(new(BlockKind.Chart))]),
        .. request.Items.Where(i => i.Kind is ItemKind.Report).Select(i => new OutlinePart(2, i.Title, [new(new(BlockKind.Figures) { Items = [i.Code] }), new(new(BlockKind.Digest) { Items = [i.Code] })])),
        new(1, ReportWords.SectionAssessment, []),
        new(2, ReportWords.SectionDifficulties, [new(new(BlockKind.Digest) { Fields = [Difficulties] })]),
        new(2, ReportWords.SectionPending, [new(new(BlockKind.Pending))]),
        new(1, ReportWords.SectionMeasures, [new(new(BlockKind.Digest) { Fields = [Measures] })]),
        new(1, ReportWords.SectionProposals, [new(new(BlockKind.Digest) { Fields = [Proposals] })]),
    ];
}
