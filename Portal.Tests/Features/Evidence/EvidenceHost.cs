using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.App;
using Portal.Features.Evidence;
using Portal.Platform;
using Portal.Platform.Commands;
using Portal.Platform.Files;
using Portal.Platform.Identity;
using Portal.Platform.Live;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Evidence;

/// <summary>The addresses of documents on a real server over a test's database. Who asks stands in a header, in place of the cookie.</summary>
internal sealed class EvidenceHost : IAsyncDisposable
{
    private const string Who = "X-Test-Person";
    private readonly WebApplication app;

    private EvidenceHost(TestPortal portal, WebApplication app) => (Portal, this.app) = (portal, app);

    /// <summary>The portal behind it.</summary>
    public TestPortal Portal { get; }

    /// <summary>Starts on a free port.</summary>
    /// <param name="settings">How much it takes; null: as installed.</param>
    /// <param name="scanner">Where clamd listens; null: off.</param>
    public static async Task<EvidenceHost> StartAsync(EvidenceSettings? settings = null, ScannerAddress? scanner = null)
    {
        var portal = await TestPortal.CreateAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        foreach (var service in new[] { typeof(PortalClock), typeof(ChangeFeed), typeof(AccessLog), typeof(Ledger), typeof(global::Portal.Platform.Options.PortalOptions), typeof(global::Portal.Database.FormCatalog), typeof(Microsoft.EntityFrameworkCore.IDbContextFactory<global::Portal.Database.PortalDb>) })
        {
            builder.Services.AddSingleton(service, portal.Services.GetRequiredService(service));
        }

        builder.Services.AddScoped<CurrentUser>().AddScoped<Writer>().AddScoped<Reader>().AddEvidenceFeature(portal.Folder);
        if (settings is not null)
        {
            builder.Services.AddSingleton(settings);
        }

        if (scanner is not null)
        {
            builder.Services.AddSingleton(new VirusScan(scanner, NullLogger<VirusScan>.Instance));
        }

        var app = builder.Build();
        app.Use((http, next) =>
        {
            if (int.TryParse(http.Request.Headers[Who], NumberStyles.None, CultureInfo.InvariantCulture, out var person))
            {
                http.RequestServices.GetRequiredService<CurrentUser>().Become(person);
            }

            return next(http);
        });
        app.MapEvidenceFeature();
        await app.StartAsync();
        return new(portal, app);
    }

    /// <summary>Somebody's browser.</summary>
    public HttpClient As(string userName)
    {
        var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        client.DefaultRequestHeaders.Add(Who, Portal.As(userName).PersonId!.Value.ToString(CultureInfo.InvariantCulture));
        return client;
    }

    /// <summary>Somebody who sends files to an item.</summary>
    public TusSender SenderFor(string userName, string unitLogin = "21046", string itemCode = "XA-04") => new(As(userName), TestPortal.Report(unitLogin), itemCode);

    /// <summary>Sends a file up in one piece and makes a document of it; the answer is the last one, or the first refusal.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string userName, string unitLogin, string itemCode, string fileName, byte[] bytes, Guid? key = null)
    {
        using var tus = SenderFor(userName, unitLogin, itemCode);
        var created = await tus.CreateAsync(bytes.Length, fileName);
        if (!created.IsSuccessStatusCode)
        {
            return created;
        }

        var address = created.Headers.Location!.ToString();
        created.Dispose();
        var sent = await tus.PatchAsync(address, 0, bytes);
        if (!sent.IsSuccessStatusCode)
        {
            return sent;
        }

        sent.Dispose();
        return await tus.FinishAsync(address, key);
    }

    /// <summary>Sends a good file up.</summary>
    public async Task<DocumentAnswer> AttachAsync(string userName, string unitLogin, string itemCode, string fileName, byte[] bytes, Guid? key = null)
    {
        using var answer = await UploadAsync(userName, unitLogin, itemCode, fileName, bytes, key);
        Assert.Equal(200, (int)answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<DocumentAnswer>())!;
    }

    /// <summary>Describes a document.</summary>
    public async Task<HttpResponseMessage> DescribeAsync(string userName, string unitLogin, int documentId, Description description)
    {
        using var client = As(userName);
        return await client.PatchAsync(Urls.Document(TestPortal.Report(unitLogin), documentId), JsonContent.Create(description));
    }

    /// <summary>Opens a document.</summary>
    public async Task<HttpResponseMessage> OpenAsync(string userName, string unitLogin, int documentId)
    {
        using var client = As(userName);
        return await client.GetAsync(Urls.Document(TestPortal.Report(unitLogin), documentId));
    }

    /// <summary>The refusal's code.</summary>
    public static async Task<string?> CodeAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Portal.DisposeAsync();
    }
}
