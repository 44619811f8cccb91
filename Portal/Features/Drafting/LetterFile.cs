using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;
using Portal.Platform.Documents;
using Portal.Platform.Files;
using Portal.Platform.Options;

namespace Portal.Features.Drafting;

/// <summary>Begins a draft from a file: a letter, whose text is brought out in a child process, or a definition. The file itself is not kept.</summary>
public sealed class LetterFile(Reader reader, LetterText letters, StartDraft start, ImportRequest import, PortalOptions options)
{
    private const long MaxBytes = LetterText.MaxMegabytes * 1024L * 1024;
    private const string Definition = ".json";

    /// <summary>Reads it and begins.</summary>
    /// <param name="fileName">The file's name.</param>
    /// <param name="body">The file, read once and only as far as it may be long.</param>
    /// <param name="ct">The sender went away.</param>
    /// <returns>The new request's code, or what is wrong with the file and what to do.</returns>
    public async Task<Outcome<string>> RunAsync(string fileName, Stream body, CancellationToken ct)
    {
        var allowed = await reader.RunAsync<bool>(nameof(LetterFile), null, (_, actor) =>
            Task.FromResult<Outcome<bool>>(actor.Is(Role.Coordinator) ? true : Problem.Refused(nameof(Problems.OnlyTheCoordinator))));
        if (allowed.Problem is { } refusal)
        {
            return refusal;
        }

        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(options.DataFolder, "letters")).FullName, $"{Guid.NewGuid():N}");
        try
        {
            return await KeepAsync(path, body, ct) ? await BeginAsync(path, FileName.Clean(fileName), ct) : Problem.Invalid(nameof(Problems.LetterTooBig), LetterText.MaxMegabytes);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private async Task<Outcome<string>> BeginAsync(string path, string name, CancellationToken ct)
    {
        if (Path.GetExtension(name).Equals(Definition, StringComparison.OrdinalIgnoreCase))
        {
            return await import.RunAsync(await File.ReadAllTextAsync(path, ct), Guid.NewGuid());
        }

        var read = await letters.ReadAsync(path, name, ct);
        return read.Problem is { } unread ? unread : await start.RunAsync(read.Text!, Guid.NewGuid());
    }

    private static async Task<bool> KeepAsync(string path, Stream body, CancellationToken ct)
    {
        await using var file = File.Create(path);
        var piece = new byte[81_920];
        for (int read; (read = await body.ReadAsync(piece, ct)) > 0;)
        {
            if (file.Length + read > MaxBytes)
            {
                return false;
            }

            await file.WriteAsync(piece.AsMemory(0, read), ct);
        }

        return true;
    }
}
