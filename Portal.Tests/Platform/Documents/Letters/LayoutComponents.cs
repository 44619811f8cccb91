using static Portal.Platform.Documents.WordStyles;

namespace Portal.Tests.Platform.Documents.Letters;

/// <summary>How one component has to look. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục V (mẫu chữ và chi tiết trình bày).</summary>
/// <param name="Style">The style that names it.</param>
/// <param name="Least">Smallest size in points.</param>
/// <param name="Most">Largest size.</param>
/// <param name="Bold">Bold or not; null where single words may be.</param>
/// <param name="Italic">Slanted or not.</param>
/// <param name="Place">Allowed alignments.</param>
/// <param name="Upper">In capitals.</param>
internal sealed record LayoutComponent(string Style, double Least, double Most, bool? Bold, bool Italic, IReadOnlyList<string> Place, bool Upper = false);

internal static class LayoutComponents
{
    private static readonly string[] Centre = ["center"], FromLeft = ["left", "start"], Both = ["both"], Any = ["both", "left", "start"], FromRight = ["right", "end"];

    /// <summary>All that a letter may hold: another style than these is a deviation.</summary>
    public static readonly IReadOnlyList<LayoutComponent> All =
    [
        new(Nation, 12, 13, true, false, Centre, Upper: true),
        new(Motto, 13, 14, true, false, Centre),
        new(IssuerParent, 12, 13, false, false, Centre, Upper: true),
        new(Issuer, 12, 13, true, false, Centre, Upper: true),
        new(Number, 13, 13, false, false, Centre),
        new(PlaceDate, 13, 14, false, true, Centre),
        new(Kind, 13, 14, true, false, Centre, Upper: true),
        new(Subject, 13, 14, true, false, Centre),
        new(About, 12, 13, false, false, Centre),
        new(To, 13, 14, false, false, FromLeft),
        new(ToLine, 13, 14, false, false, FromLeft),
        new(Body, 13, 14, null, false, Both),
        new(Basis, 13, 14, false, true, Both),
        new(Part, 13, 14, true, false, Centre),
        new(PartTitle, 13, 14, true, false, Centre, Upper: true),
        new(Section, 13, 14, true, false, Any, Upper: true),
        new(Clause, 13, 14, true, false, Any),
        new(Dash, 13, 14, false, false, Both),
        new(Point, 13, 14, false, false, Both),
        new(Authority, 13, 14, true, false, Centre, Upper: true),
        new(Signer, 13, 14, true, false, Centre),
        new(Recipients, 12, 12, true, true, FromLeft),
        new(Recipient, 11, 11, false, false, FromLeft),
        new(Annex, 14, 14, true, false, Centre),
        new(AnnexTitle, 13, 14, true, false, Centre, Upper: true),
        new(AnnexNote, 13, 14, false, true, Centre),
        new(Caption, 12, 13, true, false, Centre),
        new(TableHead, 12, 13, true, false, Centre),
        new(TableText, 12, 13, false, false, FromLeft),
        new(TableCentred, 12, 13, false, false, Centre),
        new(TableFigure, 12, 13, false, false, FromRight),
    ];

    /// <summary>Paragraphs of the body proper.</summary>
    public static readonly IReadOnlyList<string> Text = [Body, Basis, Dash, Point];

    /// <summary>What stands without words.</summary>
    public static readonly IReadOnlyList<string> Wordless = [Rule, Separator, Chart];
}
