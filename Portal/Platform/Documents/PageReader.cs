using System.Diagnostics;
using System.Runtime.InteropServices;
using Portal.Platform.Files;

namespace Portal.Platform.Documents;

/// <summary>
/// Reads the first page, and the signatures, of files that strangers sent, each in a child process of its own (<see cref="PageReadingCommand"/>) with
/// limits on memory, output and time, few at once: a stack overflow in .NET cannot be caught and would end every open page.
/// </summary>
public sealed class PageReader : IDisposable
{
    private const int MaxOutput = 4 * 1024 * 1024;
    private const int AtOnce = 2;
    private const long MaxHeap = 256L * 1024 * 1024;

    private static readonly string[] KeptVariables = ["DOTNET_ROOT", "SystemRoot"];

    private readonly TimeSpan _patience;
    private readonly SemaphoreSlim _places = new(AtOnce);

    /// <summary>A reader that waits ten seconds for a file.</summary>
    public PageReader() : this(TimeSpan.FromSeconds(10)) { }

    /// <summary>A reader with another patience.</summary>
    /// <param name="patience">How long one file may take before its process is killed.</param>
    public PageReader(TimeSpan patience) => _patience = patience;

    /// <summary>Reads one file. Whatever is wrong with it is an answer, never an exception.</summary>
    /// <param name="path">Where it lies; absolute.</param>
    /// <param name="kind">What it is by content. Kinds without text are answered without a process.</param>
    /// <param name="ct">Gives up waiting and ends the process.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public Task<PageReading> ReadAsync(string path, FileKind kind, CancellationToken ct) => ReadAsync(path, kind, PageReadingCommand.Word, ct);

    /// <summary>Reads a whole letter: all its pages, at most <see cref="PageReading.LongestLetter"/> of text; what would act in it is not looked for, since the file is not kept.</summary>
    /// <inheritdoc cref="ReadAsync(string, FileKind, CancellationToken)"/>
    public Task<PageReading> ReadLetterAsync(string path, FileKind kind, CancellationToken ct) => ReadAsync(path, kind, PageReadingCommand.LetterWord, ct);

    /// <summary>Reads the signatures of a PDF and checks them, without asking anybody; a file of another kind has none.</summary>
    /// <inheritdoc cref="ReadAsync(string, FileKind, CancellationToken)"/>
    public async Task<SignatureReading> ReadSignaturesAsync(string path, FileKind kind, CancellationToken ct) =>
        kind is not FileKind.Pdf ? SignatureReading.Nothing
        : await AskAsync(path, kind, PageReadingCommand.SignatureWord, ct) is { } answer ? SignatureReading.OfJson(answer) : SignatureReading.Unread;

    private async Task<PageReading> ReadAsync(string path, FileKind kind, string word, CancellationToken ct) =>
        kind is not (FileKind.Pdf or FileKind.Docx or FileKind.Xlsx) ? PageReading.Nothing
        : await AskAsync(path, kind, word, ct) is { } answer ? PageReading.OfJson(answer) : PageReading.Unread;

    /// <summary>What a child process answers, or null when it died, said too much or took too long.</summary>
    private async Task<ReadOnlyMemory<byte>?> AskAsync(string path, FileKind kind, string word, CancellationToken ct)
    {
        await _places.WaitAsync(ct);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(_patience);
            return await RunAsync(path, kind, word, limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            _places.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();

    private static async Task<ReadOnlyMemory<byte>?> RunAsync(string path, FileKind kind, string word, CancellationToken ct)
    {
        using var process = Process.Start(Child(path, kind, word))!;
        try
        {
            process.StandardInput.Close();
            var complaints = process.StandardError.BaseStream.CopyToAsync(Stream.Null, ct);
            var output = await ReadAsync(process.StandardOutput.BaseStream, ct);
            if (output.Length > MaxOutput)
            {
                return null;
            }
            await complaints;
            await process.WaitForExitAsync(ct);
            return process.ExitCode == 0 ? output : null;
        }
        catch (IOException)
        {
            return null; // it went away while it was being listened to
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    /// <summary>All of the output, or one byte more than is allowed.</summary>
    private static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream output, CancellationToken ct)
    {
        using var all = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while (all.Length <= MaxOutput && (read = await output.ReadAsync(buffer, ct)) > 0)
        {
            all.Write(buffer, 0, read);
        }
        return all.ToArray();
    }

    private static ProcessStartInfo Child(string path, FileKind kind, string word)
    {
        var (program, first) = Program();
        var start = new ProcessStartInfo(program, [.. first, word, path, kind.ToString()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        var kept = KeptVariables.Select(v => (v, Environment.GetEnvironmentVariable(v))).Where(v => v.Item2 is not null).ToList();
        start.Environment.Clear(); // connection strings and secrets among them
        foreach (var (name, value) in kept)
        {
            start.Environment[name] = value;
        }
        start.Environment["DOTNET_GCHeapHardLimit"] = MaxHeap.ToString("X", System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        return start;
    }

    /// <summary>The program that is this one, also when a test program or <c>dotnet run</c> has loaded it: the runtime's own host with
    /// the assembly; where that is packed into one file, the file.</summary>
    private static (string Program, string[] First) Program()
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, typeof(PageReader).Assembly.GetName().Name + ".dll");
        var host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        return File.Exists(assembly) && File.Exists(host) ? (host, [assembly]) : (Environment.ProcessPath!, []);
    }
}
