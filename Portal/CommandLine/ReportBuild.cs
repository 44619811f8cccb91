using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Demo;
using Portal.Domain.Consolidation;
using Portal.Features.Consolidation;
using Portal.Platform.Files;
using Portal.Platform.Options;

namespace Portal.CommandLine;

/// <summary><c>Portal report build --request CODE --out FILE.docx</c>: the newest approved version, else the newest, else what is being composed, else a first draft. It may run beside the server.</summary>
internal static class ReportBuild
{
    /// <summary>The command.</summary>
    public static Command Command(string[] settings)
    {
        var request = new Option<string>("--request") { Description = CommandText.ReportRequest, Required = true };
        var output = new Option<FileInfo>("--out") { Description = CommandText.ReportOut, Required = true };
        var command = new Command("build", CommandText.ReportBuild) { request, output };
        command.SetAction((parsed, _) => CommandHost.RunAsync(settings, portal => BuildAsync(portal, parsed.GetValue(request)!, parsed.GetValue(output)!.FullName)));
        return command;
    }

    private static async Task<string> BuildAsync(WebApplication portal, string code, string path)
    {
        await using var db = portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContext();
        if ((await db.Database.GetPendingMigrationsAsync()).Any())
        {
            throw new StartRefusedException(CommandText.DatabaseNotReady);
        }

        if (portal.Services.GetRequiredService<PortalOptions>().Demo.Enabled)
        {
            await portal.Services.GetRequiredService<DemoClock>().RunOnAsync();
        }

        if (await db.Requests.Where(r => r.Code == code && r.IssuedAt != null).Select(r => (int?)r.Id).SingleOrDefaultAsync() is not { } requestId)
        {
            throw new StartRefusedException(string.Format(CommandText.ReportNoRequest, code));
        }

        var version = await db.ReportVersions.Where(v => v.RequestId == requestId).OrderBy(v => v.State == ReportState.Approved ? 0 : 1).ThenByDescending(v => v.Number).FirstOrDefaultAsync();
        var unfinished = path + ".tmp"; // whoever waits for the file finds it whole
        try
        {
            await using (var file = File.Create(unfinished))
            {
                if (version is null)
                {
                    await portal.Services.GetRequiredService<ReportMaker>().WriteAsync(requestId, file);
                }
                else
                {
                    await using var kept = portal.Services.GetRequiredService<EvidenceStore>().OpenRead(version.File);
                    await kept.CopyToAsync(file);
                }

                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(unfinished);
            throw new StartRefusedException(string.Format(CommandText.ReportNotWritten, path, e.Message));
        }

        return version is null
            ? string.Format(await db.Reports.AnyAsync(r => r.RequestId == requestId) ? CommandText.ReportComposed : CommandText.ReportDrafted, path)
            : string.Format(version.State is ReportState.Approved ? CommandText.ReportApproved : CommandText.ReportNewest, version.Number, path);
    }
}
