using Portal.Domain;
using Portal.Platform.Files;

namespace Portal.Tests.Platform.Files;

/// <summary>One class of bad input.</summary>
/// <param name="Name">The name it is uploaded under.</param>
/// <param name="Bytes">Its content.</param>
/// <param name="Code">The expected problem; null where the file is taken and only its name is cleaned.</param>
/// <param name="Says">Words of the problem's text, or the cleaned name.</param>
internal sealed record BadFile(string Name, byte[] Bytes, string? Code, string Says);

/// <summary>Every class of bad file with the answer it must get: code and words.</summary>
internal static partial class BadFiles
{
    private const string Mismatch = nameof(Problems.FileTypeMismatch);
    private const string Refused = nameof(Problems.FileTypeRefused);
    private const string Broken = nameof(Problems.FileBroken);
    private const string Macro = nameof(Problems.FileMacro);
    private const string Bomb = nameof(Problems.FileBomb);
    private const string Mixed = nameof(Problems.FileMixed);
    private const string Encrypted = nameof(Problems.FileEncrypted);
    private const string Pixels = nameof(Problems.FilePixels);
    private const string WrongName = nameof(Problems.FileNameWrong);
    private const string Script = nameof(Problems.FileScript);
    private const string Launch = nameof(Problems.FileLaunch);
    private const string Attachment = nameof(Problems.FileAttachment);
    private const string External = nameof(Problems.FileExternal);
    private const string Form = nameof(Problems.FileForm);
    private const string Dtd = nameof(Problems.FileDtd);

    /// <summary>Label → file; a label that stands twice does not start.</summary>
    public static IReadOnlyDictionary<string, BadFile> All { get; } = Pairs()
        .Concat(Foreign()).Concat(Mixtures()).Concat(Packages()).Concat(Compounds()).Concat(Links()).Concat(Pdfs()).Concat(Cut()).Concat(Images()).Concat(Names())
        .ToDictionary(f => f.Label, f => f.File);

    /// <summary>Every kind under every other kind's name.</summary>
    private static IEnumerable<(string Label, BadFile File)> Pairs() =>
        from content in Enum.GetValues<FileKind>()
        from name in Enum.GetValues<FileKind>()
        where content != name
        select ($"{content} named as {name}", new BadFile("ke-hoach" + name.Extensions[0], Good(content), Mismatch, $"không phải {name.Words} (nội dung là {content.Words})"));

    private static byte[] Good(FileKind kind) => kind switch
    {
        FileKind.Pdf => Made.Pdf(),
        FileKind.Docx => Made.Docx(),
        FileKind.Doc => Made.Ole("WordDocument", "1Table"),
        FileKind.Xlsx => Made.Xlsx(),
        FileKind.Xls => Made.Ole("Workbook"),
        FileKind.Jpeg => Made.Jpeg(),
        _ => Made.Png(),
    };

    private static (string Label, BadFile File) Row(string label, string name, string? code, string says, byte[] bytes) => (label, new(name, bytes, code, says));

    private static (string Label, BadFile File) Row(string label, string name, string? code, string says, string text) => Row(label, name, code, says, Made.Text(text));
}
