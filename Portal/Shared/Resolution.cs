using Portal.Domain.Requests;

namespace Portal.Shared;

/// <summary>The four levels of resolution as codes of the form, their words and their discs.</summary>
public static class Resolution
{
    public const string Done = ItemForm.Done;
    public const string Doing = ItemForm.Doing;
    public const string Not = ItemForm.NotResolved;
    public const string Nothing = ItemForm.NothingToReport;

    /// <summary>All codes, best first.</summary>
    public static IReadOnlyList<string> All { get; } = [Done, Doing, Not, Nothing];

    /// <summary>The word of a code, or null if the code is none of the four.</summary>
    public static string? Word(string? code) => Mark(code).Word;

    /// <summary>The word for narrow places.</summary>
    public static string Short(string? code) => code switch
    {
        Done => SharedText.ResolvedDoneShort,
        Doing => SharedText.ResolvedDoingShort,
        Not => SharedText.ResolvedNotShort,
        _ => Word(code) ?? "",
    };

    internal static (string? Word, string Disc) Mark(string? code) => code switch
    {
        Done => (SharedText.ResolvedDone, """<circle cx="8" cy="8" r="7" fill="var(--green-edge)"/><path d="M4.6 8.3l2.3 2.3 4.5-4.8" fill="none" stroke="var(--surface)" stroke-width="1.8"/>"""),
        Doing => (SharedText.ResolvedDoing, """<circle cx="8" cy="8" r="6.25" fill="none" stroke="var(--blue-edge)" stroke-width="1.5"/><path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="var(--blue-edge)"/>"""),
        Not => (SharedText.ResolvedNot, """<circle cx="8" cy="8" r="6.25" fill="none" stroke="var(--orange-edge)" stroke-width="1.5"/>"""),
        Nothing => (SharedText.ResolvedNothing, """<circle cx="8" cy="8" r="6.25" fill="none" stroke="var(--grey-edge)" stroke-width="1.5" stroke-dasharray="2.2 2.2"/><path d="M5 8h6" stroke="var(--grey-edge)" stroke-width="1.5"/>"""),
        _ => (null, ""),
    };
}
