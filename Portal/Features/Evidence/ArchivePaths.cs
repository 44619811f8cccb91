using System.Globalization;
using Portal.Domain.Consolidation;
using Portal.Platform.Files;

namespace Portal.Features.Evidence;

/// <summary>One file of an archive.</summary>
/// <param name="Path">Where it lies: folders and name, with slashes.</param>
/// <param name="Document">What it is.</param>
/// <param name="Number">Its number in the register; null for a rejected one.</param>
public sealed record ArchiveFile(string Path, EvidenceEntry Document, int? Number);

/// <summary>Names in an archive, such as every system can unpack: no reserved character or name, short, each once whatever the case of its letters.</summary>
public static class ArchivePaths
{
    /// <summary>The longest path inside an archive. Unpacked into a folder of the archive's name under somebody's downloads it stays below the 240 of older Windows programs.</summary>
    public const int MaxLength = 150;

    private const int MaxUnit = 40, MaxItem = 44, MaxArchive = 56, LeastDigits = 3;

    /// <summary>What an archive is called.</summary>
    /// <param name="subject">Request, unit and item, separated by slashes.</param>
    public static string NameOf(string subject) => $"{Cut(FileName.Clean($"{ArchiveText.Archive} {subject.Replace('/', ' ')}"), MaxArchive)}.zip";

    /// <summary>Where the documents of a register lie: by unit and item, a rejected one in a folder of its own.</summary>
    /// <param name="register">The register.</param>
    /// <param name="logins">Each unit's code in addresses.</param>
    /// <param name="titles">Each item's title.</param>
    public static IReadOnlyList<ArchiveFile> Of(EvidenceRegister register, IReadOnlyDictionary<string, string> logins, IReadOnlyDictionary<string, string> titles)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var digits = Math.Max(LeastDigits, register.Lines.Count.ToString(CultureInfo.InvariantCulture).Length);
        var files = new List<ArchiveFile>();
        foreach (var line in register.Lines)
        {
            var number = line.Number.ToString($"D{digits}", CultureInfo.InvariantCulture);
            files.AddRange(line.ItemCodes.Select(item => new ArchiveFile(Unique(Folder(line.Document, item), $"{number} {line.Document.FileName}"), line.Document, line.Number)));
        }

        files.AddRange(register.Rejected.Select(d => new ArchiveFile(Unique($"{Folder(d, d.ItemCode)}/{ArchiveText.RejectedFolder}", d.FileName), d, null)));
        return files;

        string Folder(EvidenceEntry d, string item) =>
            $"{Segment($"{logins[d.UnitCode].ToUpperInvariant()} {d.UnitName}", MaxUnit)}/{Segment($"{item} {titles.GetValueOrDefault(item)}", MaxItem)}";

        string Unique(string folder, string name)
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
    }

    /// <summary>A name within a length: what gives way is the end of its stem, never the extension.</summary>
    private static string Fit(string name, int room, string more)
    {
        var extension = FileName.Extension(name);
        return Cut(name[..^extension.Length], room - extension.Length - more.Length) + more + extension;
    }

    // Clean looks for an extension and would shorten a dotted title wrongly; nothing here is one.
    private static string Segment(string text, int most) => Cut(FileName.Clean(text.Replace('/', '-').Replace('\\', '-')), most);

    /// <summary>Cut at a word where one ends near, never inside a character.</summary>
    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var cut = text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
        var word = cut.LastIndexOf(' ');
        return (word > most * 2 / 3 ? cut[..word] : cut).TrimEnd(' ', '.', ',', ';', '-');
    }
}
