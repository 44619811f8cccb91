using System.IO.Compression;
using System.Xml;

namespace Portal.Platform.Documents;

/// <summary>
/// What in an Office package acts when it is opened: parts (embedded packages, ActiveX, declarations) and relationships that lead
/// to another machine. Links that a person clicks are fine, so are pictures on the web and charts' own workbooks.
/// </summary>
internal static class OfficeTraps
{
    private static readonly string[] FarSchemes = ["http:", "https:", "ftp:", "file:", "smb:", "ldap:", "mhtml:", "ms-"];

    /// <summary>The first trap found, or null.</summary>
    public static PageTrap? Find(ZipArchive zip)
    {
        foreach (var part in zip.Entries)
        {
            if (ByName(part.FullName) is { } trap)
            {
                return trap;
            }
            if ((Ends(part, ".xml") || Ends(part, ".rels") || Ends(part, ".vml")) && OfficePages.HasDtd(part))
            {
                return PageTrap.Dtd;
            }
            if (Ends(part, ".rels") && ByRelationships(part) is { } led)
            {
                return led;
            }
            if (part.FullName.Contains("externalLinks/", StringComparison.OrdinalIgnoreCase) && Ends(part, ".xml") && HasDdeLink(part))
            {
                return PageTrap.Launch;
            }
        }
        return null;
    }

    private static PageTrap? ByName(string name)
    {
        if (Has(name, "/activeX/"))
        {
            return PageTrap.Script;
        }
        var embedded = Has(name, "/embeddings/");
        return embedded && (name.EndsWith(".docm", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".xlsm", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".xlsb", StringComparison.OrdinalIgnoreCase))
            ? PageTrap.Script
            : embedded && name.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) ? PageTrap.Attachment : null;
    }

    private static PageTrap? ByRelationships(ZipArchiveEntry part)
    {
        using var xml = OfficePages.Open(part);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("TargetMode") == "External"
                && LeadsAway(xml.GetAttribute("Type") ?? "", (xml.GetAttribute("Target") ?? "").Trim()))
            {
                return PageTrap.External;
            }
        }
        return null;
    }

    /// <summary>Word itself notes a template's place on the writer's own disk; everything else of that kind is followed by the reader's machine.</summary>
    private static bool LeadsAway(string type, string target)
    {
        var kind = type[(type.LastIndexOf('/') + 1)..];
        return kind switch
        {
            "hyperlink" => false,
            "image" or "video" or "audio" or "media" => IsShare(target),
            "attachedTemplate" => IsFar(target) && !IsOwnDisk(target),
            _ => IsFar(target),
        };
    }

    private static bool IsFar(string target) => IsShare(target) || Array.Exists(FarSchemes, s => target.StartsWith(s, StringComparison.OrdinalIgnoreCase));

    private static bool IsShare(string target) => target.StartsWith(@"\\", StringComparison.Ordinal) || target.StartsWith("//", StringComparison.Ordinal)
        || (target.StartsWith("file:", StringComparison.OrdinalIgnoreCase) && !IsOwnDisk(target));

    private static bool IsOwnDisk(string target)
    {
        var path = target.StartsWith("file:", StringComparison.OrdinalIgnoreCase) ? target[5..].Replace('\\', '/') : target;
        var slashes = path.Length - path.TrimStart('/').Length;
        path = path[slashes..];
        return slashes is 0 or 1 or 3 && path.Length > 1 && char.IsAsciiLetter(path[0]) && path[1] is ':' or '|';
    }

    private static bool HasDdeLink(ZipArchiveEntry part)
    {
        using var xml = OfficePages.Open(part);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "ddeLink" })
            {
                return true;
            }
        }
        return false;
    }

    private static bool Ends(ZipArchiveEntry part, string extension) => part.FullName.EndsWith(extension, StringComparison.OrdinalIgnoreCase);

    private static bool Has(string name, string part) => name.Contains(part, StringComparison.OrdinalIgnoreCase);
}
