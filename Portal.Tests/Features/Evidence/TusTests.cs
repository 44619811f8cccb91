using System.Net;
using System.Security.Cryptography;
using Portal.App;
using Portal.Platform;
using Portal.Platform.Uploads;
using Portal.Tests.Platform.Files;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Evidence;

/// <summary>The protocol's own sentences (tus resumable upload protocol 1.0.0), one after the other.</summary>
public sealed class TusTests
{
    private const string Officer = "21046.canbo";
    private static readonly byte[] Whole = Made.Pdf(300_000);
    private static readonly string Uploads = Urls.Uploads(TestPortal.Report("21046"), "XA-04");

    [Fact]
    public async Task Options_names_version_extensions_algorithms_and_the_greatest_size()
    {
        await using var host = await EvidenceHost.StartAsync();
        using var sender = host.SenderFor(Officer);
        foreach (var address in new[] { Uploads, await sender.CreatedAsync(10) })
        {
            using var answer = await sender.SendAsync(HttpMethod.Options, address, null, ("Tus-Resumable", null));
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
            Assert.Equal(("1.0.0", "1.0.0"), (One(answer, "Tus-Version"), One(answer, "Tus-Resumable")));
            Assert.Equal(["checksum", "creation", "expiration", "termination"], One(answer, "Tus-Extension")!.Split(',').Order());
            Assert.Contains("sha1", One(answer, "Tus-Checksum-Algorithm")!.Split(','));
            Assert.Equal("20971520", One(answer, "Tus-Max-Size"));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0.2.2")]
    public async Task Another_version_is_answered_with_412_and_nothing_is_done(string? version)
    {
        await using var host = await EvidenceHost.StartAsync();
        using var sender = host.SenderFor(Officer);
        var address = await sender.CreatedAsync(Whole.Length);
        foreach (var (method, at) in new[] { (HttpMethod.Post, Uploads), (HttpMethod.Head, address), (HttpMethod.Patch, address), (HttpMethod.Delete, address) })
        {
            using var answer = await sender.SendAsync(method, at, method == HttpMethod.Patch ? TusSender.Piece(Whole) : null, ("Tus-Resumable", version), ("Upload-Length", "5"), ("Upload-Offset", "0"));
            Assert.Equal((HttpStatusCode.PreconditionFailed, "1.0.0"), (answer.StatusCode, One(answer, "Tus-Version")));
        }

        Assert.Equal(0, await sender.OffsetAsync(address));
    }

    [Fact]
    public async Task Creation_answers_201_with_an_address_whose_offset_is_zero()
    {
        await using var host = await EvidenceHost.StartAsync();
        using var sender = host.SenderFor(Officer);
        using var created = await sender.CreateAsync(Whole.Length, "Kế hoạch.pdf", ",note");
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.NotNull(One(created, "Upload-Expires"));
        using var head = await sender.SendAsync(HttpMethod.Head, created.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(("0", Whole.Length.ToString(), "1.0.0"), (One(head, "Upload-Offset"), One(head, "Upload-Length"), One(head, "Tus-Resumable")));
        Assert.Equal("no-store", head.Headers.CacheControl!.ToString());
        Assert.StartsWith("filename ", One(head, "Upload-Metadata")); // "HEAD requests MUST include that header and its value as specified by the Client"
        Assert.EndsWith(",note", One(head, "Upload-Metadata"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("-1")]
    [InlineData("ten")]
    public async Task A_creation_without_a_length_that_is_one_is_a_bad_request(string? length)
    {
        await using var host = await EvidenceHost.StartAsync();
        using var sender = host.SenderFor(Officer);
        using var answer = await sender.SendAsync(HttpMethod.Post, Uploads, null, ("Upload-Length", length));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("filename not-base64!")]
    [InlineData("filename YQ==,filename Yg==")]
    [InlineData("filename YQ== Yg==")]
    public async Task Metadata_that_is_none_is_a_bad_request(string metadata)
    {
        await using var host = await EvidenceHost.StartAsync();
        using var sender = host.SenderFor(Officer);
        using var answer = await sender.SendAsync(HttpMethod.Post, Uploads, ("Upload-Length", "5"), ("Upload-Metadata", metadata));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_file_over_the_greatest_size_is_413_before_a_byte_travels()
    {
        await using var host = await EvidenceHost.StartAsync();
        using var sender = host.SenderFor(Officer);
        using var answer = await sender.CreateAsync(20 * 1024 * 1024 + 1, "quet.pdf");
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "FileTooBig"), (answer.StatusCode, await EvidenceHost.CodeAsync(answer)));
        Assert.False(Directory.Exists(Path.Combine(host.Portal.Folder, "uploads")));
    }

    [Fact]
    public async Task Pieces_are_appended_at_their_offset_and_nowhere_else()
    {
        await using var host = await EvidenceHost.StartAsync();
        using var sender = host.SenderFor(Officer);
        var address = await sender.CreatedAsync(Whole.Length);
        foreach (var (from, to) in new[] { (0, 70), (70, 100_000), (100_000, 100_000), (100_000, Whole.Length) })
        {
            using var answer = await sender.PatchAsync(address, from, Whole[from..to]);
            Assert.Equal((HttpStatusCode.NoContent, to.ToString()), (answer.StatusCode, One(answer, "Upload-Offset")));
            Assert.NotNull(One(answer, "Upload-Expires"));
            foreach (var wrong in new[] { 0, to - 1, to + 1 }.Where(w => w != to))
            {
                using var refused = await sender.PatchAsync(address, wrong, [1]);
                Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
            }

            Assert.Equal(to, await sender.OffsetAsync(address));
        }

        using var done = await sender.FinishAsync(address);
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Whole)), (await host.Portal.ReadAsync("21046")).Find("XA-04")!.Links.Single().Document.Sha256);
    }

    [Theory]
    [InlineData("application/octet-stream", "0", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/offset+octet-stream", null, HttpStatusCode.BadRequest)]
    [InlineData("application/offset+octet-stream", "-1", HttpStatusCode.BadRequest)]
    public async Task A_piece_without_its_type_or_offset_is_refused(string type, string? offset, HttpStatusCode expected)
    {
        await using var host = await EvidenceHost.StartAsync();
        using var sender = host.SenderFor(Officer);
        var address = await sender.CreatedAsync(Whole.Length);
        using var answer = await sender.SendAsync(HttpMethod.Patch, address, TusSender.Piece(Whole, type), ("Upload-Offset", offset));
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(0, await sender.OffsetAsync(address));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task More_bytes_than_announced_are_refused_and_none_of_the_piece_stays(bool saysSize)
    {
        await using var host = await EvidenceHost.StartAsync();
        using var sender = host.SenderFor(Officer);
        var address = await sender.CreatedAsync(100);
        using HttpContent body = saysSize ? TusSender.Piece(Whole) : Unmeasured(Whole);
        using var answer = await sender.SendAsync(HttpMethod.Patch, address, body, ("Upload-Offset", "0"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal(0, await sender.OffsetAsync(address));
    }

    [Fact]
    public async Task A_piece_with_another_checksum_is_460_and_is_not_kept()
    {
        await using var host = await EvidenceHost.StartAsync();
        using var sender = host.SenderFor(Officer);
        var address = await sender.CreatedAsync(Whole.Length);
        var half = Whole[..150_000];
        foreach (var (algorithm, sum) in new[] { ("sha1", SHA1.HashData(half)), ("sha256", SHA256.HashData(half)) })
        {
            using var damaged = await sender.PatchAsync(address, 0, [.. half[..^1], 1], ("Upload-Checksum", $"{algorithm} {Convert.ToBase64String(sum)}"));
            Assert.Equal((460, "0"), ((int)damaged.StatusCode, (await sender.OffsetAsync(address)).ToString()));
        }

        foreach (var unknown in new[] { "md4 YQ==", "sha1 YQ==", "sha1", "sha1 !" })
        {
            using var refused = await sender.PatchAsync(address, 0, half, ("Upload-Checksum", unknown));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        using var good = await sender.PatchAsync(address, 0, half, ("Upload-Checksum", $"sha1 {Convert.ToBase64String(SHA1.HashData(half))}"));
        Assert.Equal((HttpStatusCode.NoContent, 150_000), (good.StatusCode, await sender.OffsetAsync(address)));
    }

    [Fact]
    public async Task A_terminated_upload_is_gone_with_its_bytes()
    {
        await using var host = await EvidenceHost.StartAsync();
        using var sender = host.SenderFor(Officer);
        var address = await sender.CreatedAsync(Whole.Length);
        using var piece = await sender.PatchAsync(address, 0, Whole[..1000]);
        using var gone = await sender.SendAsync(HttpMethod.Delete, address);
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        foreach (var method in new[] { HttpMethod.Head, HttpMethod.Patch, HttpMethod.Delete })
        {
            using var answer = await sender.SendAsync(method, address, method == HttpMethod.Patch ? TusSender.Piece(Whole) : null, ("Upload-Offset", "1000"));
            Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        }

        Assert.Empty(Directory.GetFiles(Path.Combine(host.Portal.Folder, "uploads"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_post_may_stand_for_another_method()
    {
        await using var host = await EvidenceHost.StartAsync();
        using var sender = host.SenderFor(Officer);
        var address = await sender.CreatedAsync(Whole.Length);
        using var patched = await sender.SendAsync(HttpMethod.Post, address, TusSender.Piece(Whole), ("X-HTTP-Method-Override", "PATCH"), ("Upload-Offset", "0"));
        Assert.Equal((HttpStatusCode.NoContent, Whole.Length), (patched.StatusCode, await sender.OffsetAsync(address)));
        using var plain = await sender.SendAsync(HttpMethod.Post, address);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, plain.StatusCode);
        using var deleted = await sender.SendAsync(HttpMethod.Post, address, null, ("X-HTTP-Method-Override", "DELETE"));
        Assert.Equal((HttpStatusCode.NoContent, null), (deleted.StatusCode, await sender.OffsetAsync(address)));
    }

    [Fact]
    public async Task What_nobody_goes_on_with_expires_a_day_after_its_last_piece()
    {
        using var folder = new TemporaryFolder();
        var time = new MovableTime();
        var store = new UploadStore(folder.Path, new(3, 100), new PortalClock(time));
        var upload = new Upload(Guid.NewGuid(), 7, TestPortal.Report("21046"), "XA-04", "a.pdf", 10, null, null);
        Assert.Null(store.Create(upload));
        time.Advance(UploadStore.Expiry / 2);
        Assert.Equal(4, (await store.AppendAsync(upload, new MemoryStream([1, 2, 3, 4]), null, CancellationToken.None)).Value);
        time.Advance(UploadStore.Expiry / 2 + TimeSpan.FromMinutes(1));
        Assert.Equal((0, upload), (store.Sweep(), store.Find(7, upload.Id)));
        time.Advance(UploadStore.Expiry / 2);
        Assert.Null(store.Find(7, upload.Id));
        Assert.Equal(2, store.Sweep());
        Assert.Empty(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Nobody_else_knows_of_an_upload()
    {
        await using var host = await EvidenceHost.StartAsync();
        using var sender = host.SenderFor(Officer);
        using var head = host.SenderFor("21046.thutruong"); // of the same unit, with the same rights on the item
        var address = await sender.CreatedAsync(Whole.Length);
        Assert.Null(await head.OffsetAsync(address));
        using var piece = await head.PatchAsync(address, 0, Whole);
        Assert.Equal(HttpStatusCode.Gone, piece.StatusCode);
        using var finish = await head.FinishAsync(address);
        Assert.Equal("UploadGone", await EvidenceHost.CodeAsync(finish));
        var elsewhere = address.Replace("/XA-04/", "/XA-05/", StringComparison.Ordinal);
        Assert.Null(await sender.OffsetAsync(elsewhere));
    }

    [Fact]
    public async Task Who_comes_back_on_a_new_line_is_served_at_once_and_goes_on_where_the_old_one_broke()
    {
        await using var host = await EvidenceHost.StartAsync();
        using var sender = host.SenderFor(Officer);
        var address = await sender.CreatedAsync(Whole.Length);
        using var stuck = new StuckStream(Whole[..120_000]);
        using var body = new StreamContent(stuck) { Headers = { ContentType = new("application/offset+octet-stream") } };
        var first = sender.SendAsync(HttpMethod.Patch, address, body, ("Upload-Offset", "0"));
        await stuck.Stuck;
        HttpStatusCode rest;
        do
        {
            var at = (int)(await sender.OffsetAsync(address))!.Value;
            using var answer = await sender.PatchAsync(address, at, Whole[at..]);
            rest = answer.StatusCode;
        }
        while (rest == HttpStatusCode.Conflict); // the first one had not begun yet
        Assert.Equal(HttpStatusCode.NoContent, rest);
        stuck.Release();
        using var late = await first;
        Assert.False(late.IsSuccessStatusCode);
        using var done = await sender.FinishAsync(address);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Whole)), (await host.Portal.ReadAsync("21046")).Find("XA-04")!.Links.Single().Document.Sha256);
    }

    private static string? One(HttpResponseMessage answer, string header) => answer.Headers.TryGetValues(header, out var values) ? values.Single() : null;

    private static StreamContent Unmeasured(byte[] bytes) => new(new Unmeasured(bytes)) { Headers = { ContentType = new("application/offset+octet-stream") } };
}
