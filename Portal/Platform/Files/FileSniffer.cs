using Portal.Domain;

namespace Portal.Platform.Files;

/// <summary>Says what a file is by its bytes; the name only has to agree. Reads headers and directories, runs nothing, unpacks nothing.</summary>
public static class FileSniffer
{
    /// <summary>The largest picture taken, in millions of pixels: more than A3 at 600 dpi, less than what exhausts a viewer.</summary>
    public const int MaxMegapixels = 100;

    /// <summary>How far readers look for a PDF header, and how far it is looked for here.</summary>
    private const int HeadLength = 1024;

    private static readonly string[] MacroExtensions = [".docm", ".dotm", ".xlsm", ".xltm", ".xlam", ".xlsb"];

    /// <summary>Judges a whole file.</summary>
    /// <param name="file">Readable and seekable, from its first byte to its last; the position is left anywhere.</param>
    /// <param name="fileName">The name it came with.</param>
    /// <returns>The kind, or an Invalid problem that says what the file seems to be and what to do. Broken files never throw.</returns>
    /// <exception cref="IOException">The stream itself failed.</exception>
    public static Outcome<FileKind> Detect(Stream file, string fileName)
    {
        var name = FileName.Clean(fileName);
        if (file.Length == 0)
        {
            return Problem.Invalid(nameof(Problems.FileEmpty), name);
        }
        var finding = Look(file);
        if (finding.Refusal is not null)
        {
            return Problem.Invalid(finding.Refusal, [name, .. finding.Details]);
        }
        var claimed = FileKinds.Claimed(name);
        if (finding.Kind is not { } kind)
        {
            return claimed is null
                ? Problem.Invalid(nameof(Problems.FileTypeRefused), name, finding.Words)
                : Problem.Invalid(nameof(Problems.FileTypeMismatch), name, claimed.Value.Words, finding.Words);
        }
        if (claimed == kind)
        {
            return kind;
        }
        if (claimed is not null)
        {
            return Problem.Invalid(nameof(Problems.FileTypeMismatch), name, claimed.Value.Words, finding.Words);
        }
        return MacroExtensions.Contains(Path.GetExtension(name).ToLowerInvariant())
            ? Problem.Invalid(nameof(Problems.FileMacro), name)
            : Problem.Invalid(nameof(Problems.FileNameWrong), name, finding.Words, kind.Extensions[0]);
    }

    private static Finding Look(Stream file)
    {
        var head = file.Bytes(0, (int)Math.Min(HeadLength, file.Length));
        var finding = ByHead(file, head);
        if (finding.Kind is not { } kind)
        {
            return finding;
        }
        // One file must not be two things: readers find a PDF header anywhere near the start, a zip directory at the end.
        if (kind != FileKind.Pdf && head.AsSpan().IndexOf("%PDF-"u8) >= 0)
        {
            return Finding.Mixed(kind, FileKind.Pdf.Words);
        }
        if (kind is FileKind.Jpeg or FileKind.Png && Pictures.Markup(file) is { } markup)
        {
            return Finding.Mixed(kind, markup);
        }
        return kind is not (FileKind.Docx or FileKind.Xlsx) && ZipDirectory.EndsLikeZip(file) ? Finding.Mixed(kind, FilesText.Zip) : finding;
    }

    private static Finding ByHead(Stream file, ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8))
        {
            return OfficeZip.Look(file);
        }
        if (head.StartsWith(OleDirectory.Signature))
        {
            return OleDirectory.Look(file);
        }
        if (head.StartsWith(Pictures.PngSignature))
        {
            return Pictures.LookPng(file);
        }
        if (head.StartsWith(Pictures.JpegSignature))
        {
            return Pictures.LookJpeg(file);
        }
        if (OtherContent.WithoutMarkAndSpace(head).StartsWith("%PDF-"u8))
        {
            return LookPdf(file);
        }
        return Finding.Other(OtherContent.Words(head));
    }

    /// <summary>A PDF ends with the address of its cross-reference table; without it the rest is missing.</summary>
    private static Finding LookPdf(Stream file)
    {
        var length = (int)Math.Min(4 * HeadLength, file.Length);
        var tail = file.Bytes(file.Length - length, length);
        return tail.AsSpan().IndexOf("startxref"u8) < 0 ? Finding.Broken(FileKind.Pdf.Words) : Finding.Of(FileKind.Pdf);
    }
}
