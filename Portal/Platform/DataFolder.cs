using Portal.Platform.Options;

namespace Portal.Platform;

/// <summary>Says who uses the data folder: servers hold <c>portal.lock</c> together, a command that takes everything away holds it alone. The operating system lets go when a process ends.</summary>
public sealed class DataFolder(PortalOptions options) : IDisposable
{
    private FileStream? held;

    private string LockFile => Path.Combine(options.DataFolder, "portal.lock");

    /// <summary>A server begins to use the folder.</summary>
    /// <exception cref="StartRefusedException">A command holds it alone.</exception>
    public void Join() => held = Open(FileAccess.Read, FileShare.Read) ?? throw new StartRefusedException($"A command is working alone on '{options.DataFolder}'. Start again when it has ended.");

    /// <summary>A command takes the folder for itself.</summary>
    /// <returns>False when a server uses it.</returns>
    public bool TryTake() => (held = Open(FileAccess.ReadWrite, FileShare.None)) is not null;

    /// <inheritdoc/>
    public void Dispose() => held?.Dispose();

    private FileStream? Open(FileAccess access, FileShare share)
    {
        Directory.CreateDirectory(options.DataFolder);
        try
        {
            return new(LockFile, FileMode.OpenOrCreate, access, share);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
