using System.Runtime.InteropServices;

namespace Portal.Platform.Files;

/// <summary>Makes a rename last: on Linux a file's new name is on disk only after its directory was synced too.</summary>
internal static class DirectoryFlush
{
    private const int CloseOnExec = 0x80000;
    private const int Interrupted = 4;
    private const int NotSupportedHere = 22;

    /// <summary>Syncs the directory's entries to disk; does nothing outside Linux.</summary>
    /// <exception cref="IOException">The directory cannot be opened or the disk failed.</exception>
    public static void Run(string directory)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }
        var handle = Retry(() => Open(directory, CloseOnExec));
        if (handle < 0)
        {
            throw Failure("open", directory);
        }
        try
        {
            // EINVAL: a file system that cannot sync directories (some network shares); there is nothing more to do.
            if (Retry(() => Fsync(handle)) < 0 && Marshal.GetLastPInvokeError() != NotSupportedHere)
            {
                throw Failure("fsync", directory);
            }
        }
        finally
        {
            _ = Close(handle);
        }
    }

    private static int Retry(Func<int> call)
    {
        int result;
        do
        {
            result = call();
        }
        while (result < 0 && Marshal.GetLastPInvokeError() == Interrupted);
        return result;
    }

    private static IOException Failure(string call, string directory) =>
        new($"{call} of {directory}: {Marshal.GetLastPInvokeErrorMessage()}");

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Fsync(int handle);

    // Without SetLastError, so that it does not cover the error that is being reported.
    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int handle);
}
