using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Portal.App;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Tests.Support;

namespace Portal.Tests.Features;

/// <summary>The same table over HTTP: every page and every endpoint of the running portal, as everybody.</summary>
public sealed partial class WebRightsTests(RightsPlaces places) : IClassFixture<RightsPlaces>
{
    private static readonly IReadOnlyList<RightsRow> Table = [.. RightsRow.Read().Where(r => r.Surface.Contains(' '))];

    /// <summary>The states in which something is tried.</summary>
    public static TheoryData<string> States { get; } = [.. Table.Select(r => r.State).Distinct()];

    [Fact]
    public async Task The_table_names_every_page_and_endpoint()
    {
        await using var web = await WebPortal.StartAsync(await places.InAsync("Drafting"));
        var surfaces = Surfaces(web);
        Assert.Equal([], RightsRow.Mismatches(Table, surfaces));
        Assert.Equal(["no surface GET /tong-quan", $"no row for {surfaces[0]}"], RightsRow.Mismatches(Table.Where(r => r.Surface != surfaces[0]), [.. surfaces.Where(s => s != "GET /tong-quan")]).Order().Reverse());
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task Everybody_gets_what_the_table_says(string state)
    {
        var wrong = new List<string>();
        foreach (var rows in Table.Where(r => r.State == state).GroupBy(r => r.Surface.StartsWith("GET", StringComparison.Ordinal)).OrderByDescending(g => g.Key))
        {
            await using var portal = await (await places.InAsync(state)).ForkAsync();
            await using var web = await WebPortal.StartAsync(portal);
            foreach (var (row, column, expected) in rows.SelectMany(r => r.Cells.Where(c => c.Value != "-").OrderBy(c => c.Value == "ok").Select(c => (r, c.Key, c.Value))).OrderBy(c => c.Value == "ok").ThenBy(c => c.r.Surface.StartsWith("DELETE", StringComparison.Ordinal)))
            {
                wrong.AddRange((await TryAsync(portal, web, row, column, expected)).Select(w => $"{row.Surface} as {column}: {w}"));
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("officer", "refused")]
    [InlineData("officer other", "ok")]
    [InlineData("anonymous", "ok")]
    public async Task A_wrong_cell_is_found(string column, string claimed)
    {
        await using var portal = await (await places.InAsync("Drafting")).ForkAsync();
        await using var web = await WebPortal.StartAsync(portal);
        Assert.NotEmpty(await TryAsync(portal, web, Table.First(r => r.Surface.EndsWith("/xem-lai", StringComparison.Ordinal)), column, claimed));
    }

    private static async Task<List<string>> TryAsync(TestPortal portal, WebPortal web, RightsRow row, string column, string expected)
    {
        var (user, unit) = RightsRow.Columns[column];
        var report = await portal.ReadAsync(unit);
        var before = await portal.SnapshotAsync();
        var records = await RecordsAsync(portal);
        using var browser = web.Browser(user is null ? null : portal.As(user).PersonId);
        using var request = Request(row.Surface, unit, report);
        using var answer = await browser.SendAsync(request);
        await answer.Content.ReadAsStringAsync(); // a streamed page is done when it was read
        var more = (await RecordsAsync(portal)).SelectMany(r => Enumerable.Repeat(r.Key.Code, r.Value - records.GetValueOrDefault(r.Key))).ToList();
        var got = Word(answer, more);
        if (got != expected)
        {
            return [$"{got} ({(int)answer.StatusCode} {answer.Headers.Location} {string.Join(' ', more)}), not {expected}"];
        }

        List<string> wrong = [];
        if (expected is "refused" or "notfound" or "signin")
        {
            wrong.AddRange(before.Differences(await portal.SnapshotAsync()).Select(d => $"changed {d}"));
            var asked = column == "disabled" ? Math.Clamp(more.Count, 1, 2) : 1; // the frame of the page asks too, before it knows
            if (more.Count != (expected == "signin" ? 0 : asked))
            {
                wrong.Add($"{more.Count} access records: {string.Join(' ', more)}");
            }
        }

        return wrong;
    }

    private static string Word(HttpResponseMessage answer, List<string?> codes) => answer switch
    {
        { StatusCode: HttpStatusCode.Unauthorized } => "signin",
        { StatusCode: HttpStatusCode.Redirect, Headers.Location: { } to } when to.ToString().Contains(Urls.SignIn + "?", StringComparison.Ordinal) => "signin",
        _ when codes.Contains(nameof(Problems.NotFound)) => "notfound",
        _ when codes.Count > 0 || answer.StatusCode == HttpStatusCode.Forbidden => "refused",
        { StatusCode: HttpStatusCode.NotFound } => "notfound",
        { StatusCode: HttpStatusCode.InternalServerError } => "broken",
        _ => "ok",
    };

    private static HttpRequestMessage Request(string surface, string unit, Submission report)
    {
        var (method, pattern) = (surface[..surface.IndexOf(' ')], surface[(surface.IndexOf(' ') + 1)..]);
        var item = report.Items.First();
        var document = report.Answers.SelectMany(a => a.Links).Select(l => l.Document).FirstOrDefault();
        var path = Place().Replace(pattern, m => m.Groups[1].Value switch
        {
            "RequestCode" => TestPortal.RequestCode,
            "UnitLogin" => unit,
            "ItemCode" => item.ItemCode,
            "ThemeSlug" => "quy-dat",
            "Package" or "Number" or "SendingId" => "1",
            "CommentId" => $"{item.Comments[0].Id}",
            "UploadId" => $"{Guid.NewGuid()}",
            "DocumentId" => $"{document?.Id ?? 1}",
            var other => throw new NotSupportedException($"Say what stands at {other} of {pattern}."),
        });
        var request = new HttpRequestMessage(new HttpMethod(method), path) { Headers = { { "Accept", "text/html" }, { "X-Key", $"{Guid.NewGuid()}" }, { "Tus-Resumable", "1.0.0" }, { "Upload-Length", "10" }, { "Upload-Offset", "0" } } };
        request.Content = (method, pattern.Split('/')[^1]) switch
        {
            ("PATCH", "o") => JsonContent.Create(new { Patches = new[] { new { Path = "giaiPhap", Value = "Tăng cường tuyên truyền.", Version = item.Values.FirstOrDefault(v => v.Path == "giaiPhap")?.Version ?? 0, Key = Guid.NewGuid() } } }),
            ("PATCH", "{UploadId:guid}") => new ByteArrayContent([1]) { Headers = { ContentType = new("application/offset+octet-stream") } },
            ("PATCH", _) => JsonContent.Create(new { Kind = "other", Summary = "Ảnh chụp", Version = document?.Version ?? 0, Restricted = false }),
            ("POST", "trao-doi") => JsonContent.Create(new { Text = "Đề nghị nêu rõ nguồn số liệu." }),
            ("POST", "minh-chung") => JsonContent.Create(new { Upload = Guid.NewGuid() }),
            _ => null,
        };
        return request;
    }

    private static IReadOnlyList<string> Surfaces(WebPortal web) =>
        [.. from endpoint in web.Endpoints
            let pattern = endpoint.RoutePattern.RawText ?? ""
            where !pattern.TrimStart('/').StartsWith('_') && !pattern.Contains("{**", StringComparison.Ordinal) && !pattern.StartsWith("/health", StringComparison.Ordinal)
                && endpoint.Metadata.All(m => m.GetType().Name is not ("StaticAssetDescriptor" or "StaticAssetEndpointMetadata"))
            let page = endpoint.Metadata.Any(m => m.GetType().Name == "ComponentTypeMetadata")
            from method in page ? ["GET"] : endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
            let surface = $"{method} {(pattern.StartsWith('/') ? pattern : "/" + pattern)}"
            orderby surface
            select surface];

    private static async Task<Dictionary<(long Number, string? Code), int>> RecordsAsync(TestPortal portal)
    {
        await using var db = portal.Open();
        return await db.AccessRecords.Where(r => r.Kind == AccessKind.Refused).ToDictionaryAsync(r => (r.Number, r.Code), r => r.Count);
    }

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Place();
}
