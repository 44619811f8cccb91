namespace Portal.Platform.Files;

/// <summary>The kinds of file the portal takes as evidence; everything else is refused.</summary>
public enum FileKind
{
    Pdf,
    Docx,
    Doc,
    Xlsx,
    Xls,
    Jpeg,
    Png,
}

/// <summary>What belongs to a kind: its media type, its extensions, its name for people.</summary>
public static class FileKinds
{
    extension(FileKind kind)
    {
        /// <summary>The media type it is served with.</summary>
        public string MediaType => kind switch
        {
            FileKind.Pdf => "application/pdf",
            FileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            FileKind.Doc => "application/msword",
            FileKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            FileKind.Xls => "application/vnd.ms-excel",
            FileKind.Jpeg => "image/jpeg",
            FileKind.Png => "image/png",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

        /// <summary>The extensions a name of this kind may end with, lower case with the dot; the usual one first.</summary>
        public IReadOnlyList<string> Extensions => kind switch
        {
            FileKind.Pdf => [".pdf"],
            FileKind.Docx => [".docx"],
            FileKind.Doc => [".doc"],
            FileKind.Xlsx => [".xlsx"],
            FileKind.Xls => [".xls"],
            FileKind.Jpeg => [".jpg", ".jpeg"],
            FileKind.Png => [".png"],
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

        /// <summary>The kind in Vietnamese words, as it stands inside a sentence.</summary>
        public string Words => FilesText.ResourceManager.GetString(kind.ToString())!;
    }

    /// <summary>The kind a name claims to be by its extension, or null when no kind has that extension.</summary>
    public static FileKind? Claimed(string fileName)
    {
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        foreach (var kind in Enum.GetValues<FileKind>())
        {
            if (kind.Extensions.Contains(extension))
            {
                return kind;
            }
        }
        return null;
    }
}
