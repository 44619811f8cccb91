using Portal.Domain;
using Portal.Domain.Letters;
using Portal.Platform.Documents;

namespace Portal.Platform.Files;

/// <summary>A file that may be taken.</summary>
/// <param name="Kind">What it is by content.</param>
/// <param name="Head">What its first page says about itself; null where no text could be read.</param>
public sealed record Inspected(FileKind Kind, LetterHead? Head);

/// <summary>
/// Judges a whole uploaded file: its bytes here (<see cref="FileSniffer"/>), its inside in a child process (<see cref="PageReader"/>).
/// What acts on the reader's machine is refused with the way out; what merely cannot be read is taken without a proposal.
/// </summary>
public sealed class FileInspection(PageReader pages)
{
    /// <summary>Judges a file.</summary>
    /// <param name="path">Where it lies, complete; absolute.</param>
    /// <param name="fileName">The name it came with.</param>
    /// <param name="ct">The request's token.</param>
    /// <returns>Kind and head, or an Invalid problem that says what is wrong and what to do.</returns>
    /// <exception cref="IOException">The disk failed.</exception>
    public async Task<Outcome<Inspected>> RunAsync(string path, string fileName, CancellationToken ct)
    {
        FileKind kind;
        await using (var file = File.OpenRead(path))
        {
            var detected = FileSniffer.Detect(file, fileName);
            if (detected.Problem is { } refused)
            {
                return refused;
            }
            kind = detected.Value;
        }
        var reading = await pages.ReadAsync(path, kind, ct);
        var trap = reading.Failed && kind == FileKind.Pdf ? TrapInBytes(path) : reading.Trap;
        return trap is { } found
            ? Problem.Invalid(Code(found), FileName.Clean(fileName))
            : new Inspected(kind, reading.Text is { } text ? LetterHead.Read(text) : null);
    }

    private static PageTrap? TrapInBytes(string path)
    {
        using var file = File.OpenRead(path);
        return PdfBytes.Find(file);
    }

    private static string Code(PageTrap trap) => trap switch
    {
        PageTrap.Script => nameof(Problems.FileScript),
        PageTrap.Launch => nameof(Problems.FileLaunch),
        PageTrap.Attachment => nameof(Problems.FileAttachment),
        PageTrap.Password => nameof(Problems.FileEncrypted),
        PageTrap.External => nameof(Problems.FileExternal),
        PageTrap.Form => nameof(Problems.FileForm),
        PageTrap.Dtd => nameof(Problems.FileDtd),
        _ => throw new ArgumentOutOfRangeException(nameof(trap)),
    };
}
