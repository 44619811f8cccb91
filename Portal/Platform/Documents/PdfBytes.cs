namespace Portal.Platform.Documents;

/// <summary>A coarse look at the bytes of a PDF that could not be parsed: names of what acts on opening, as they stand or with
/// letters written as #xx. It runs in the portal itself: one pass, no nesting, nothing unpacked.</summary>
internal static class PdfBytes
{
    private const int Longest = 48;

    private static readonly Dictionary<string, PageTrap> Names = new()
    {
        ["JavaScript"] = PageTrap.Script,
        ["Launch"] = PageTrap.Launch,
        ["EmbeddedFile"] = PageTrap.Attachment,
        ["RichMedia"] = PageTrap.Attachment,
        ["SubmitForm"] = PageTrap.External,
        ["ImportData"] = PageTrap.External,
    };

    /// <summary>The first trap named, or null.</summary>
    public static PageTrap? Find(Stream file)
    {
        var buffer = new byte[64 * 1024];
        var kept = 0;
        int read;
        while ((read = file.Read(buffer, kept, buffer.Length - kept)) > 0)
        {
            var piece = buffer.AsSpan(0, kept + read);
            for (var at = piece.IndexOf((byte)'/'); at >= 0;)
            {
                if (Names.TryGetValue(Name(piece[(at + 1)..]), out var trap))
                {
                    return trap;
                }
                var next = piece[(at + 1)..].IndexOf((byte)'/');
                at = next < 0 ? -1 : at + 1 + next;
            }
            kept = Math.Min(Longest, piece.Length); // a name may lie across two pieces
            piece[^kept..].CopyTo(buffer);
        }
        return null;
    }

    private static string Name(ReadOnlySpan<byte> rest)
    {
        Span<char> name = stackalloc char[Longest];
        var (length, at) = (0, 0);
        while (at < rest.Length && at < Longest && (char.IsAsciiLetterOrDigit((char)rest[at]) || rest[at] == '#'))
        {
            if (rest[at] == '#' && at + 2 < rest.Length && char.IsAsciiHexDigit((char)rest[at + 1]) && char.IsAsciiHexDigit((char)rest[at + 2]))
            {
                name[length++] = (char)Convert.FromHexString([(char)rest[at + 1], (char)rest[at + 2]])[0];
                at += 3;
            }
            else
            {
                name[length++] = (char)rest[at++];
            }
        }
        return new(name[..length]);
    }
}
