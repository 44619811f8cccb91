using Microsoft.AspNetCore.Mvc;
using Portal.App;
using Portal.Platform;
using Portal.Platform.Documents;
using Portal.Platform.Files;
using Portal.Platform.Options;
using Portal.Platform.Uploads;
using Portal.Platform.Web;

namespace Portal.Features.Evidence;

/// <summary>Documents: put on items, described, shared, opened.</summary>
public static class EvidenceSetup
{
    private const long DescriptionBytes = 64 * 1024;

    /// <summary>Adds the use cases, the store and the settings (<c>Evidence</c> in the configuration).</summary>
    /// <param name="services">The services.</param>
    /// <param name="dataFolder">The one folder under which everything is written.</param>
    public static IServiceCollection AddEvidenceFeature(this IServiceCollection services, string dataFolder) => services
        .AddSingleton(s => new EvidenceStore(dataFolder, s.GetRequiredService<PortalClock>()))
        .AddSingleton(s => new VirusScan(s.GetRequiredService<PortalOptions>().Scanner, s.GetRequiredService<ILogger<VirusScan>>()))
        .AddSingleton(s => s.GetRequiredService<IConfiguration>().GetSection("Evidence").Get<EvidenceSettings>() ?? new EvidenceSettings())
        .AddSingleton(s => new UploadStore(dataFolder, s.GetRequiredService<EvidenceSettings>().OnTheWay, s.GetRequiredService<PortalClock>()))
        .AddSingleton<PageReader>().AddSingleton<FileInspection>()
        .AddHostedService<EvidenceSweep>()
        .AddScoped<UploadTarget>().AddScoped<StartUpload>().AddScoped<FinishUpload>().AddScoped<AttachDocument>().AddScoped<DescribeDocument>().AddScoped<LinkDocument>().AddScoped<UnlinkDocument>().AddScoped<DocumentFile>()
        .AddSingleton<EvidenceGathering>().AddScoped<EvidenceArchive>().AddScoped<RequestArchive>().AddSingleton<ArchiveStream>();

    /// <summary>Maps the addresses.</summary>
    public static void MapEvidenceFeature(this IEndpointRouteBuilder app)
    {
        app.MapMethods(Urls.UploadsRoute, [HttpMethods.Options], TusEndpoints.Options);
        app.MapPost(Urls.UploadsRoute, TusEndpoints.CreateAsync);
        app.MapMethods(Urls.UploadOfRoute, [HttpMethods.Options], TusEndpoints.Options);
        app.MapMethods(Urls.UploadOfRoute, [HttpMethods.Head, HttpMethods.Patch, HttpMethods.Delete, HttpMethods.Post], TusEndpoints.OneAsync);
        app.MapPost(Urls.DocumentsRoute, EvidenceEndpoints.FinishAsync).WithMetadata(new RequestSizeLimitAttribute(DescriptionBytes));
        app.MapPatch(Urls.DocumentRoute, EvidenceEndpoints.DescribeAsync).WithMetadata(new RequestSizeLimitAttribute(DescriptionBytes));
        app.MapPut(Urls.DocumentLinkRoute, EvidenceEndpoints.LinkAsync);
        app.MapDelete(Urls.DocumentLinkRoute, EvidenceEndpoints.UnlinkAsync);
        app.MapGet(Urls.DocumentRoute, EvidenceEndpoints.OpenAsync).WithSecurityHeadersPolicy(PortalHeaders.Files);
        foreach (var archive in new[] { Urls.RequestArchiveRoute, Urls.ReportArchiveRoute, Urls.ItemArchiveRoute })
        {
            app.MapGet(archive, ArchiveEndpoint.DownloadAsync).WithSecurityHeadersPolicy(PortalHeaders.Files);
        }

        app.MapGet(Urls.WholeArchiveRoute, ArchiveEndpoint.WholeAsync).WithSecurityHeadersPolicy(PortalHeaders.Files);
    }
}
