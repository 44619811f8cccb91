using Portal.Platform.Files;

namespace Portal.Platform.Documents;

/// <summary>Names in an archive, such as every system can unpack: no reserved character or name, short, each once whatever the case of its letters.</summary>
public sealed class ArchiveNames
{
    /// <summary>The longest path inside an archive. Unpacked into a folder of the archive's name under somebody's downloads it stays below the 240 of older Windows programs.</summary>
    public const int MaxLength = 150;

    private const int MaxUnit = 40;

    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A unit's name: its code in addresses, then what lists call it.</summary>
    public static string Unit(string login, string name) => Segment($"{login.ToUpperInvariant()} {name}", MaxUnit);

    /// <summary>One folder's name, within a length.</summary>
    // Clean looks for an extension and would shorten a dotted title wrongly; nothing here is one.
    public static string Segment(string text, int most) => Cut(FileName.Clean(Flat(text)), most);

    /// <summary>A name in which nothing parts folders.</summary>
    public static string Flat(string text) => text.Replace('/', '-').Replace('\\', '-');

    /// <summary>Cut at a word where one ends near, never inside a character.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var cut = text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
        var word = cut.LastIndexOf(' ');
        return (word > most * 2 / 3 ? cut[..word] : cut).TrimEnd(' ', '.', ',', ';', '-');
    }

    /// <summary>The path of a file in a folder, which no other file has.</summary>
    /// <param name="folder">A folder whose own name is fit.</param>
    /// <param name="name">The file's name as people gave it.</param>
    public string Place(string folder, string name)
    {
        var clean = FileName.Clean(name);
        for (var copy = 1; ; copy++)
        {
            var more = copy == 1 ? "" : $" ({copy})";
            var path = $"{folder}/{Fit(clean, MaxLength - folder.Length - 1, more)}";
            if (taken.Add(path))
            {
                return path;
            }
        }
    }

    /// <summary>A name within a length: what gives way is the end of its stem, never the extension.</summary>
    private static string Fit(string name, int room, string more)
    {
        var extension = FileName.Extension(name);
        return Cut(name[..^extension.Length], room - extension.Length - more.Length) + more + extension;
    }
}
