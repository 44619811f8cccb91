using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Portal.App;
using Portal.Domain.Submissions;

namespace Portal.Bench;

/// <summary>How much is sent.</summary>
/// <param name="Files">How many files in all.</param>
/// <param name="Megabytes">How large each is.</param>
/// <param name="Connections">How many people send at once; at most 20.</param>
internal sealed record UploadSize(int Files, int Megabytes, int Connections);

/// <summary>
/// Many large files at once, by the tus protocol, into a portal of its own process, while fields are saved beside them: are the hashes equal,
/// how much does the server's memory grow (its resident set, more than what is managed), how much slower is a save.
/// </summary>
internal sealed class UploadBench(UploadSize size, string program, string folder)
{
    private const string Request = "BS-2024-TREEM-HDND";
    private const string Item = "XA-04";
    private const int Piece = 4 * 1024 * 1024;
    private static readonly string[] Communes = ["21043", "21046", "21049", "21052", "21058", "21061", "21064", "21070", "21073", "21079", "21082", "21085", "21100", "21103", "21106", "21109"]; // those without a sample report

    /// <summary>The officers, and some heads beside them.</summary>
    private static readonly string[] People = [.. Communes.Select(c => $"{c}.canbo"), .. Communes.Take(4).Select(c => $"{c}.thutruong")];

    private readonly ConcurrentBag<double> saves = [];

    /// <summary>Runs and prints.</summary>
    /// <returns>0 when every hash is equal.</returns>
    public async Task<int> RunAsync()
    {
        await using var portal = new BenchPortal(program, folder, demo: true);
        await portal.AnswersAsync();
        var officers = await Task.WhenAll(People.Take(size.Connections).Select(async person => new Officer(await portal.SignInAsync(person), new(Request, person.Split('.')[0]), person)));
        using var done = new CancellationTokenSource();
        var saving = officers[0].KeepSavingAsync(saves, done.Token);
        await Task.Delay(TimeSpan.FromSeconds(10));
        var (quiet, before) = (Drain(), portal.Resident);
        var watch = Stopwatch.StartNew();
        var peak = PeakAsync(portal, done.Token);
        var equal = (await Task.WhenAll(officers.Select((o, k) => o.SendAllAsync(Share(k), size.Megabytes)))).Sum();
        var seconds = watch.Elapsed.TotalSeconds;
        await done.CancelAsync();
        var failed = await saving;
        var (busy, highest) = (Drain(), await peak);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"files {size.Files} x {size.Megabytes} MB over {officers.Length} connections: {equal} equal hashes, {seconds:0.0} s, {size.Files * size.Megabytes / seconds:0.0} MB/s"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"resident memory before {before} MB, peak {highest} MB, growth {highest - before} MB"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"saves: {quiet.Count} before (median {Seed.Median(quiet):0.0} ms), {busy.Count} during (median {Seed.Median(busy):0.0} ms, {Seed.Median(busy) / Seed.Median(quiet):0.0} x), {failed} failed"));
        return equal == size.Files && failed == 0 ? 0 : 1;
    }

    private int Share(int officer) => (size.Files / size.Connections) + (officer < size.Files % size.Connections ? 1 : 0);

    private List<double> Drain()
    {
        var taken = new List<double>();
        while (saves.TryTake(out var one))
        {
            taken.Add(one);
        }

        return taken;
    }

    private static async Task<long> PeakAsync(BenchPortal portal, CancellationToken ct)
    {
        var peak = 0L;
        while (!ct.IsCancellationRequested)
        {
            peak = Math.Max(peak, portal.Resident);
            await Task.Delay(50, CancellationToken.None);
        }

        return peak;
    }

    private sealed record Officer(HttpClient Client, ReportKey Report, string Name)
    {
        /// <summary>Sends so many files one after the other.</summary>
        /// <returns>How many arrived with the hash of what was sent.</returns>
        public async Task<int> SendAllAsync(int files, int megabytes)
        {
            var equal = 0;
            for (var k = 0; k < files; k++)
            {
                var scan = ScanPdf.Write(megabytes * 1024 * 1024, $"{Name}/{k}");
                equal += await SendAsync(scan) == Convert.ToHexStringLower(SHA256.HashData(scan)) ? 1 : 0;
            }

            return equal;
        }

        private async Task<string?> SendAsync(byte[] scan)
        {
            using var created = await TusAsync(HttpMethod.Post, Urls.Uploads(Report, Item), null, ("Upload-Length", $"{scan.Length}"), ("Upload-Metadata", $"filename {Convert.ToBase64String("quet.pdf"u8)}"));
            var place = created.EnsureSuccessStatusCode().Headers.Location!.ToString();
            for (var at = 0; at < scan.Length; at += Piece)
            {
                var piece = new ByteArrayContent(scan, at, Math.Min(Piece, scan.Length - at)) { Headers = { ContentType = new("application/offset+octet-stream") } };
                using var sent = await TusAsync(HttpMethod.Patch, place, piece, ("Upload-Offset", $"{at}"));
                sent.EnsureSuccessStatusCode();
            }

            using var finished = await Client.PostAsJsonAsync(Urls.Documents(Report, Item), new { upload = Guid.Parse(place.Split('/')[^1]) });
            if (!finished.IsSuccessStatusCode)
            {
                await Console.Error.WriteLineAsync(await finished.Content.ReadAsStringAsync());
                return null;
            }

            // As another would get it, not as the server says.
            using var document = JsonDocument.Parse(await finished.Content.ReadAsStringAsync());
            await using var served = await Client.GetStreamAsync(document.RootElement.GetProperty("url").GetString());
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(served));
        }

        /// <summary>Saves one field again and again until it is told to stop.</summary>
        /// <returns>How many saves failed.</returns>
        public async Task<int> KeepSavingAsync(ConcurrentBag<double> took, CancellationToken ct)
        {
            var (failed, version) = (0, 0);
            while (!ct.IsCancellationRequested)
            {
                var watch = Stopwatch.StartNew();
                using var answer = await Client.PatchAsJsonAsync(Urls.Fields(Report, "XA-05"), new { patches = new[] { new { path = "giaiPhap", value = $"{version}", version, key = Guid.NewGuid() } } }, CancellationToken.None);
                took.Add(watch.Elapsed.TotalMilliseconds);
                using var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(CancellationToken.None));
                if (answer.IsSuccessStatusCode && said.RootElement.GetProperty("fields")[0].GetProperty("now").GetProperty("version").GetInt32() == version + 1)
                {
                    version++;
                }
                else
                {
                    failed++;
                }
            }

            return failed;
        }

        private async Task<HttpResponseMessage> TusAsync(HttpMethod method, string to, HttpContent? body, params (string Name, string Value)[] headers)
        {
            using var request = new HttpRequestMessage(method, to) { Content = body };
            foreach (var (name, value) in headers.Prepend(("Tus-Resumable", "1.0.0")))
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            return await Client.SendAsync(request);
        }
    }
}
