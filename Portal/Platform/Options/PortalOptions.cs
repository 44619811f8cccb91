using System.Globalization;
using Portal.Platform.Files;
using Portal.Platform.Mail;

namespace Portal.Platform.Options;

/// <summary>The demonstration's settings.</summary>
public sealed class DemoOptions
{
    /// <summary>True for sample people and answers; Production refuses it.</summary>
    public bool Enabled { get; init; }

    /// <summary>False leaves out the closed request of the year before, with which the present one is compared.</summary>
    public bool LastYear { get; init; } = true;

    /// <summary>What time it is when the demonstration first starts; blank: 01/7/2024 08:00 (+07:00).</summary>
    public string? Now { get; init; }

    /// <summary>The instant of <see cref="Now"/>; null when it is blank.</summary>
    public DateTimeOffset? Start => string.IsNullOrWhiteSpace(Now) ? null : DateTimeOffset.Parse(Now, CultureInfo.InvariantCulture);
}

/// <summary>Pages whose line is down are kept on the server, so that they go on where they were. About 0.4 MB each.</summary>
public sealed class CircuitSettings
{
    /// <summary>How many at most; the oldest goes first.</summary>
    public int Retained { get; init; } = 1000;

    /// <summary>How long, in minutes. What was typed does not depend on it: the browser keeps that.</summary>
    public int RetainedMinutes { get; init; } = 10;
}

/// <summary>The settings, read and checked once at start: a wrong one stops the start with a sentence instead of answering 500 later.</summary>
/// <param name="DataFolder">The one folder under which everything is written.</param>
/// <param name="Demo">The demonstration.</param>
public sealed record PortalOptions(string DataFolder, DemoOptions Demo)
{
    /// <summary>Whose portal it is, as its pages name it: "UBND xã Vạn Tường".</summary>
    public string Organisation { get; init; } = "";

    /// <summary>The first letters of the place in that name: VT.</summary>
    public string Mark => string.Concat(Organisation.Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeLast(2).Select(w => char.ToUpperInvariant(w[0])));

    /// <summary>Open pages whose line is down.</summary>
    public CircuitSettings Circuits { get; init; } = new();

    /// <summary>Where clamd listens; null: evidence is not scanned.</summary>
    public ScannerAddress? Scanner { get; init; }

    /// <summary>The mail server; null: no e-mail is sent.</summary>
    public MailSettings? Mail { get; init; }

    /// <summary>Reads <c>Organisation</c>, <c>Data:Folder</c>, <c>Demo</c>, <c>Circuits</c>, <c>Evidence:Scanner</c> and <c>Mail</c>.</summary>
    /// <exception cref="StartRefusedException">A setting contradicts another; the message says which.</exception>
    public static PortalOptions Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var demo = configuration.GetSection("Demo").Get<DemoOptions>() ?? new DemoOptions();
        if (demo.Enabled && environment.IsProduction())
        {
            throw new StartRefusedException("Demo:Enabled is true in Production. A demonstration has sample accounts with a published password, so it only runs in Development and on loopback. Remove Demo:Enabled.");
        }

        if (demo.Enabled && (configuration["urls"] ?? configuration["ASPNETCORE_URLS"]) is { Length: > 0 } urls)
        {
            var open = urls.Split(';', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(u => !(Uri.TryCreate(u, UriKind.Absolute, out var uri) && uri.IsLoopback));
            if (open is not null)
            {
                throw new StartRefusedException($"A demonstration listens on loopback only; '{open}' is not loopback. Use http://127.0.0.1:5080 or switch Demo:Enabled off.");
            }
        }

        var circuits = configuration.GetSection("Circuits").Get<CircuitSettings>() ?? new CircuitSettings();
        if (circuits is not { Retained: >= 0, RetainedMinutes: > 0 and <= 1440 })
        {
            throw new StartRefusedException("Circuits:Retained is a number of pages from 0, Circuits:RetainedMinutes a number of minutes from 1 to 1440.");
        }

        var folder = configuration["Data:Folder"];
        return new(Path.GetFullPath(string.IsNullOrWhiteSpace(folder) ? "data" : folder, environment.ContentRootPath), demo) { Organisation = configuration["Organisation"]?.Trim() ?? "", Circuits = circuits, Scanner = ScannerAddress.Read(configuration["Evidence:Scanner"]), Mail = MailSettings.Read(configuration) };
    }
}
