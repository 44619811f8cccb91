using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;
using Portal.Platform.Documents;
using Portal.Platform.Files;

namespace Portal.Features.Units;

/// <summary>Reads a workbook of units and keeps what it says until its sender has looked at it. No unit changes.</summary>
public sealed class ReadUnits(Reader reader, BroughtFiles files)
{
    /// <summary>Reads it.</summary>
    /// <param name="fileName">The file's name.</param>
    /// <param name="body">The file, read once and only as far as it may be long.</param>
    /// <returns>The name under which it is kept, or what is wrong with the file and what to do.</returns>
    public Task<Outcome<Guid>> RunAsync(string fileName, Stream body) => reader.RunAsync<Guid>(nameof(ReadUnits), null, async (_, actor) =>
    {
        if (!actor.Is(Role.Administrator))
        {
            return Problem.Refused(nameof(Problems.OnlyTheAdministrator));
        }

        var name = FileName.Clean(fileName);
        var read = await XlsxReader.ReadAsync(body, name);
        if (read.Problem is { } broken)
        {
            return broken;
        }

        var sheet = UnitSheet.Of(read.Value!, name);
        return sheet.Problem is { } foreign ? foreign : files.Keep(actor.PersonId, nameof(Units), sheet.Value!);
    });
}
