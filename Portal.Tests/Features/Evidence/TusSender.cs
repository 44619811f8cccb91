using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Portal.App;
using Portal.Domain.Submissions;

namespace Portal.Tests.Features.Evidence;

/// <summary>Sends files as the protocol says (tus 1.0.0), one request at a time, so that a test can do each wrongly.</summary>
internal sealed class TusSender(HttpClient client, ReportKey report, string itemCode) : IDisposable
{
    /// <summary>POST: announces a file.</summary>
    public Task<HttpResponseMessage> CreateAsync(long length, string fileName, string? more = null) =>
        SendAsync(HttpMethod.Post, Urls.Uploads(report, itemCode), ("Upload-Length", length.ToString(CultureInfo.InvariantCulture)), ("Upload-Metadata", $"filename {Convert.ToBase64String(Encoding.UTF8.GetBytes(fileName))}{more}"));

    /// <summary>Announces a file that will be taken.</summary>
    /// <returns>Its address.</returns>
    public async Task<string> CreatedAsync(long length, string fileName = "ke-hoach.pdf", string? more = null)
    {
        using var created = await CreateAsync(length, fileName, more);
        Assert.Equal(201, (int)created.StatusCode);
        return created.Headers.Location!.ToString();
    }

    /// <summary>PATCH: a piece.</summary>
    public Task<HttpResponseMessage> PatchAsync(string address, long offset, byte[] piece, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Patch, address, Piece(piece), [("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture)), .. headers]);

    /// <summary>HEAD: how far it is.</summary>
    public async Task<long?> OffsetAsync(string address)
    {
        using var answer = await SendAsync(HttpMethod.Head, address);
        return answer.Headers.TryGetValues("Upload-Offset", out var offset) ? long.Parse(offset.Single(), CultureInfo.InvariantCulture) : null;
    }

    /// <summary>What arrived becomes a document.</summary>
    public async Task<HttpResponseMessage> FinishAsync(string address, Guid? key = null, bool notSecret = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Urls.Documents(report, itemCode)) { Content = JsonContent.Create(new { upload = Guid.Parse(address.Split('/')[^1]), notSecret }) };
        request.Headers.Add("X-Key", (key ?? Guid.NewGuid()).ToString());
        return await client.SendAsync(request);
    }

    /// <summary>Any request, with the protocol's version.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, params (string Name, string Value)[] headers) => SendAsync(method, address, null, [.. headers.Select(h => (h.Name, (string?)h.Value))]);

    /// <summary>Any request with a body; a header given as null is left out.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, HttpContent? body, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body };
        foreach (var (name, value) in headers.Any(h => h.Name == "Tus-Resumable") ? headers : [("Tus-Resumable", "1.0.0"), .. headers])
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await client.SendAsync(request);
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    /// <summary>Bytes as the protocol types them.</summary>
    public static ByteArrayContent Piece(byte[] bytes, string type = "application/offset+octet-stream") => new(bytes) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
}
