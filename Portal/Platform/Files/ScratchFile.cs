namespace Portal.Platform.Files;

/// <summary>A file that lives as long as it is open: what is made before it is sent or kept.</summary>
public static class ScratchFile
{
    /// <summary>Opens one for writing and reading back; it is gone once it is closed.</summary>
    /// <param name="dataFolder">The portal's data folder.</param>
    public static FileStream Create(string dataFolder) =>
        new(Path.Combine(Directory.CreateDirectory(Path.Combine(dataFolder, "scratch")).FullName, $"{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
}
