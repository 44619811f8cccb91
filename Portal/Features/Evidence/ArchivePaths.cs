using System.Globalization;
using Portal.Domain.Consolidation;
using Portal.Platform.Documents;
using Portal.Platform.Files;

namespace Portal.Features.Evidence;

/// <summary>One file of an archive.</summary>
/// <param name="Path">Where it lies: folders and name, with slashes.</param>
/// <param name="Document">What it is.</param>
/// <param name="Number">Its number in the register; null for a rejected one.</param>
public sealed record ArchiveFile(string Path, EvidenceEntry Document, int? Number);

/// <summary>Where documents lie in an archive.</summary>
public static class ArchivePaths
{
    private const int MaxItem = 44, MaxArchive = 56, LeastDigits = 3;

    /// <summary>What an archive is called.</summary>
    /// <param name="kind">What is in it.</param>
    /// <param name="subject">Request, unit and item, separated by slashes.</param>
    public static string NameOf(string kind, string subject) => $"{ArchiveNames.Cut(FileName.Clean($"{kind} {subject.Replace('/', ' ')}"), MaxArchive)}.zip";

    /// <summary>Where the documents of a register lie: by unit and item, a rejected one in a folder of its own.</summary>
    /// <param name="register">The register.</param>
    /// <param name="logins">Each unit's code in addresses.</param>
    /// <param name="titles">Each item's title.</param>
    /// <param name="folder">In which folder; null for none.</param>
    public static IReadOnlyList<ArchiveFile> Of(EvidenceRegister register, IReadOnlyDictionary<string, string> logins, IReadOnlyDictionary<string, string> titles, string? folder = null)
    {
        var names = new ArchiveNames();
        var digits = Math.Max(LeastDigits, register.Lines.Count.ToString(CultureInfo.InvariantCulture).Length);
        var files = new List<ArchiveFile>();
        foreach (var line in register.Lines)
        {
            var number = line.Number.ToString($"D{digits}", CultureInfo.InvariantCulture);
            files.AddRange(line.ItemCodes.Select(item => new ArchiveFile(names.Place(Folder(line.Document, item), $"{number} {line.Document.FileName}"), line.Document, line.Number)));
        }

        files.AddRange(register.Rejected.Select(d => new ArchiveFile(names.Place($"{Folder(d, d.ItemCode)}/{ArchiveText.RejectedFolder}", d.FileName), d, null)));
        return files;

        string Folder(EvidenceEntry d, string item) =>
            $"{(folder is null ? "" : $"{folder}/")}{ArchiveNames.Unit(logins[d.UnitCode], d.UnitName)}/{ArchiveNames.Segment($"{item} {titles.GetValueOrDefault(item)}", MaxItem)}";
    }
}
