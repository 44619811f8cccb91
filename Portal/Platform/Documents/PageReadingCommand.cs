using System.IO.Compression;
using Portal.Domain;
using Portal.Platform.Files;

namespace Portal.Platform.Documents;

/// <summary>
/// The program's other self, started by <see cref="PageReader"/>: <c>Portal read-page PATH KIND</c> opens one file that a stranger
/// sent and writes a <see cref="PageReading"/> (of signatures a <see cref="SignatureReading"/>) as JSON to standard output. It may die of what it reads; the portal does not.
/// </summary>
public static class PageReadingCommand
{
    /// <summary>The word on the command line; it is in no help text.</summary>
    public const string Word = "read-page";

    /// <summary>The word for a whole letter.</summary>
    public const string LetterWord = "read-letter";

    /// <summary>The word for a PDF's signatures.</summary>
    public const string SignatureWord = "read-signature";

    /// <summary>Ends by itself, should the portal have died before it could end this process.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Whether the arguments ask for it.</summary>
    public static bool Named(string[] args) => args is [Word or LetterWord or SignatureWord, _, _];

    /// <summary>Reads and answers.</summary>
    /// <returns>0 when it answered, 1 when the file cannot be read.</returns>
    public static int Run(string[] args)
    {
        using var end = new CancellationTokenSource(Longest);
        using var ending = end.Token.Register(() => Environment.Exit(1));
        try
        {
            var (path, kind) = (args[1], Enum.Parse<FileKind>(args[2]));
            var answer = args[0] switch
            {
                SignatureWord => PdfSignatures.Read(path).ToJson(),
                LetterWord => Json(ReadLetter(path, kind), PageReading.LongestLetter),
                _ => Json(Read(path, kind), PageReading.MaxText),
            };
            using var output = Console.OpenStandardOutput();
            output.Write(answer);
            return 0;
        }
        catch (Exception e) // whatever a library throws over a stranger's file: this process ends with it
        {
            Console.Error.WriteLine(e.GetType().Name);
            return 1;
        }
    }

    private static byte[] Json(PageReading reading, int most) => (reading with { Text = Shortened(reading.Text, most) }).ToJson();

    private static PageReading Read(string path, FileKind kind) => kind switch
    {
        FileKind.Pdf => PdfPages.Read(path),
        FileKind.Docx => OfficePages.ReadWord(path),
        FileKind.Xlsx => OfficePages.ReadExcel(path),
        _ => PageReading.Nothing,
    };

    private static PageReading ReadLetter(string path, FileKind kind)
    {
        if (kind is FileKind.Pdf)
        {
            return PdfLetter.Read(path);
        }

        using var zip = ZipFile.OpenRead(path);
        return new(WordLetter.Read(zip, PageReading.LongestLetter), null, 0);
    }

    private static string? Shortened(string? text, int most)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }
        var composed = Fold.Nfc(text[..Math.Min(text.Length, most)]);
        return composed.Length > most ? Fold.Nfc(composed[..most]) : composed;
    }
}
