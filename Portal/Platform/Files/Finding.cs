using Portal.Domain;

namespace Portal.Platform.Files;

/// <summary>What the bytes say, before the name is compared.</summary>
/// <param name="Kind">A kind that is taken, or null.</param>
/// <param name="Words">What the content seems to be, in words.</param>
/// <param name="Refusal">The code of a problem that holds whatever the name is, or null.</param>
/// <param name="Details">What stands in that problem's text after the file name.</param>
internal readonly record struct Finding(FileKind? Kind, string Words, string? Refusal, object?[] Details)
{
    public static Finding Of(FileKind kind) => new(kind, kind.Words, null, []);

    public static Finding Other(string words) => new(null, words, null, []);

    public static Finding Broken(string words) => Refused(nameof(Problems.FileBroken), words);

    public static Finding Mixed(FileKind kind, string second) => Refused(nameof(Problems.FileMixed), kind.Words, second);

    public static Finding Refused(string code, params object?[] details) => new(null, "", code, details);
}

/// <summary>Reading pieces of a file that may lie about itself.</summary>
internal static class Pieces
{
    extension(Stream file)
    {
        /// <summary>Exactly these bytes.</summary>
        /// <exception cref="InvalidDataException">The file has no such piece.</exception>
        public byte[] Bytes(long offset, int count)
        {
            if (offset < 0 || count < 0 || offset > file.Length - count)
            {
                throw new InvalidDataException($"No {count} bytes at {offset}.");
            }
            var piece = new byte[count];
            file.Position = offset;
            file.ReadExactly(piece);
            return piece;
        }
    }
}
