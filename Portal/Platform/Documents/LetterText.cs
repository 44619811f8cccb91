using System.IO.Compression;
using Portal.Domain;
using Portal.Platform.Files;

namespace Portal.Platform.Documents;

/// <summary>What a letter's file says.</summary>
/// <param name="Text">Its text: composed, a paragraph a line, a tab between the columns of a letterhead or a table; null where it could not be read.</param>
/// <param name="Problem">Why not, and what to do instead.</param>
public sealed record LetterTextReading(string? Text, Problem? Problem);

/// <summary>Brings the text out of a letter's file: .docx and .pdf in a child process (<see cref="PageReader"/>), plain text here. What a file is, its content says, not its name.</summary>
public sealed class LetterText(PageReader pages)
{
    /// <summary>The greatest file that is taken.</summary>
    public const int MaxMegabytes = 20;

    private const int Looked = 1024;
    private const int LongestPlain = 4 * PageReading.LongestLetter;

    private static readonly byte[] Pdf = "%PDF-"u8.ToArray(), Zip = [0x50, 0x4B, 3, 4];

    /// <summary>Reads one file. Whatever is wrong with it is an answer, never an exception.</summary>
    /// <param name="path">Where it lies; absolute.</param>
    /// <param name="fileName">What its sender calls it.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<LetterTextReading> ReadAsync(string path, string fileName, CancellationToken ct)
    {
        var head = await HeadAsync(path, ct);
        if (head.AsSpan().IndexOf(Pdf) >= 0)
        {
            return Of(await pages.ReadLetterAsync(path, FileKind.Pdf, ct), nameof(Problems.LetterNoText));
        }

        if (head.AsSpan().StartsWith(Zip))
        {
            return IsWord(path) switch
            {
                true => Of(await pages.ReadLetterAsync(path, FileKind.Docx, ct), nameof(Problems.LetterUnread)),
                false => Refused(nameof(Problems.LetterNotAFile), fileName),
                null => Refused(nameof(Problems.LetterUnread)),
            };
        }

        return PlainLetter.Read(await BytesAsync(path, ct)) is { } text
            ? string.IsNullOrWhiteSpace(text) ? Refused(nameof(Problems.LetterUnread)) : new(text[..Math.Min(text.Length, PageReading.LongestLetter)], null)
            : Refused(nameof(Problems.LetterNotAFile), fileName);
    }

    private static LetterTextReading Of(PageReading reading, string empty) => reading switch
    {
        { Failed: true } => Refused(nameof(Problems.LetterUnread)),
        { Trap: PageTrap.Password } => Refused(nameof(Problems.LetterPassword)),
        { Text: null } => Refused(empty),
        { Text: var text } => new(text, null),
    };

    private static LetterTextReading Refused(string code, params object?[] args) => new(null, Problem.Invalid(code, args));

    /// <summary>Whether a zip is a Word file; null where it is damaged.</summary>
    private static bool? IsWord(string path)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            return zip.GetEntry("word/document.xml") is not null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static async Task<byte[]> HeadAsync(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        var buffer = new byte[Looked];
        return buffer[..await file.ReadAtLeastAsync(buffer, Looked, throwOnEndOfStream: false, ct)];
    }

    private static async Task<byte[]> BytesAsync(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        var buffer = new byte[Math.Min(file.Length, LongestPlain)];
        await file.ReadExactlyAsync(buffer, ct);
        return buffer;
    }
}
