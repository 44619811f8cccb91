namespace Portal.Platform.Files;

/// <summary>Opens files that only the portal may read, unbuffered, so that what was written is the system's and a flush brings it to disk.</summary>
internal static class DurableFile
{
    /// <summary>A new file; it must not be there yet.</summary>
    /// <exception cref="IOException">It is there, or the disk does not write.</exception>
    public static FileStream Create(string path) => new(path, Options(FileMode.CreateNew, FileAccess.ReadWrite));

    /// <summary>A file to be written at its end; made when it is not there.</summary>
    /// <exception cref="IOException">Somebody else writes it, or the disk does not write.</exception>
    public static FileStream Append(string path)
    {
        var file = new FileStream(path, Options(FileMode.OpenOrCreate, FileAccess.ReadWrite));
        file.Position = file.Length;
        return file;
    }

    /// <summary>A folder that only the portal may read; nothing happens when it is there.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static FileStreamOptions Options(FileMode mode, FileAccess access)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = FileShare.None, BufferSize = 0, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
