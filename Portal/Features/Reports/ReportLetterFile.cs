using Portal.Domain.Letters;
using Portal.Domain.People;

namespace Portal.Features.Reports;

/// <summary>A letter, and under which name it is saved.</summary>
public sealed record ReportLetterFile(string FileName, OfficialLetter Letter);

/// <summary>What a unit writes at the top of its letters.</summary>
internal static class UnitLetterhead
{
    /// <summary>The lines of its own letterhead; where nobody entered them its name, in full when nothing stands above it.</summary>
    public static IReadOnlyList<string> Lines(Unit unit) => unit.LetterheadLines.Count > 0 ? unit.LetterheadLines : [unit.LetterheadParent is null ? unit.FullName : unit.Name];
}
