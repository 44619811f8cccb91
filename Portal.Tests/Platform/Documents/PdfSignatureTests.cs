using System.Security.Cryptography.X509Certificates;
using System.Text;
using Portal.Platform.Documents;
using Portal.Platform.Files;
using Portal.Tests.Platform.Files;

namespace Portal.Tests.Platform.Documents;

/// <summary>Signatures are read in the child process, and nothing is called right that is not.</summary>
public sealed class PdfSignatureTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("signatures").FullName;
    private readonly PageReader _reader = new();
    private readonly X509Certificate2 _officer = SignedPdf.Rsa();

    public void Dispose()
    {
        _reader.Dispose();
        _officer.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(SignedPdf.Pkcs7, true)]
    [InlineData(SignedPdf.Cades, false)]
    public async Task A_signed_file_says_who_signed_it_and_when_and_that_nothing_was_changed(string kind, bool attribute)
    {
        var signature = Assert.Single((await ReadAsync(SignedPdf.Sign(SignedPdf.Plain, _officer, kind, attribute))).Signatures);
        Assert.Equal(new PdfSignature
        {
            Readable = true,
            Signer = "Nguyễn Thị Hoa",
            Organisation = "UBND xã Bình Thạnh",
            SignedAt = SignedPdf.At,
            Intact = true,
            CoversWhole = true,
            ValidFrom = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
            ValidTo = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero),
        }, signature);
        Assert.True(signature.ValidWhenSigned);
    }

    [Fact]
    public async Task A_certificate_nobody_vouches_for_is_said_to_be_unverified() => Assert.Equal(
        ["Chứng thư ghi tên Nguyễn Thị Hoa, UBND xã Bình Thạnh. Ký lúc 09:30:15 ngày 03/7/2024 (theo máy của người ký). Phần đã ký còn nguyên vẹn. Không xác minh được chứng thư: chưa chắc người ký đúng là người có tên nêu trên."],
        SignatureWords.Of(await ReadAsync(SignedPdf.Sign(SignedPdf.Plain, _officer))));

    [Fact]
    public async Task One_byte_that_was_changed_breaks_it()
    {
        var reading = await ReadAsync(SignedPdf.Replace(SignedPdf.Sign(SignedPdf.Plain, _officer), "Xin chao", "Xin chbo"));
        var signature = Assert.Single(reading.Signatures);
        Assert.Equal((true, false, true), (signature.Readable, signature.Intact, signature.CoversWhole));
        Assert.Contains("không còn nguyên vẹn", Assert.Single(SignatureWords.Of(reading)));
    }

    [Fact]
    public async Task Bytes_behind_what_was_signed_are_a_change_after_signing()
    {
        var reading = await ReadAsync([.. SignedPdf.Sign(SignedPdf.Plain, _officer), (byte)'\n']);
        var signature = Assert.Single(reading.Signatures);
        Assert.Equal((true, false), (signature.Intact, signature.CoversWhole));
        Assert.Contains("Tệp đã thay đổi sau khi ký.", Assert.Single(SignatureWords.Of(reading)));
    }

    [Fact]
    public async Task Of_two_signatures_the_second_covers_the_first()
    {
        using var head = SignedPdf.Ecdsa("CN=Trần Văn Bình, O=UBND xã Bình Thạnh");
        var reading = await ReadAsync(SignedPdf.Sign(SignedPdf.Sign(SignedPdf.Plain, _officer), head, SignedPdf.Cades));
        Assert.Equal([("Nguyễn Thị Hoa", true, false), ("Trần Văn Bình", true, true)], reading.Signatures.Select(s => (s.Signer!, s.Intact, s.CoversWhole)));
        Assert.Contains("ký tiếp", SignatureWords.Of(reading)[0]);
        Assert.DoesNotContain("thay đổi", SignatureWords.Of(reading)[0]);
    }

    [Fact]
    public async Task A_second_signature_does_not_hide_that_the_first_was_broken()
    {
        var broken = SignedPdf.Replace(SignedPdf.Sign(SignedPdf.Plain, _officer), "Xin chao", "Xin chbo");
        Assert.Equal([false, true], (await ReadAsync(SignedPdf.Sign(broken, _officer))).Signatures.Select(s => s.Intact));
    }

    [Fact]
    public async Task A_certificate_that_had_expired_is_named_so()
    {
        using var expired = SignedPdf.Rsa("CN=Lê Văn Cũ", lastYear: 2023);
        var reading = await ReadAsync(SignedPdf.Sign(SignedPdf.Plain, expired));
        var signature = Assert.Single(reading.Signatures);
        Assert.Equal((true, false, null), (signature.Intact, signature.ValidWhenSigned, signature.Organisation));
        Assert.Contains("không có hiệu lực vào thời điểm ký", Assert.Single(SignatureWords.Of(reading)));
    }

    [Fact]
    public async Task A_certificate_without_a_common_name_is_called_by_its_subject()
    {
        using var office = SignedPdf.Rsa("O=UBND huyện Bình Sơn, C=VN");
        Assert.Equal("O=UBND huyện Bình Sơn, C=VN", Assert.Single((await ReadAsync(SignedPdf.Sign(SignedPdf.Plain, office))).Signatures).Signer);
    }

    [Fact]
    public async Task A_name_that_turns_the_reading_around_is_cleaned()
    {
        using var odd = SignedPdf.Rsa("CN=\u202Eavb\u0301 \u2066X");
        Assert.Equal("avb\u0301 X", Assert.Single((await ReadAsync(SignedPdf.Sign(SignedPdf.Plain, odd))).Signatures).Signer);
    }

    [Fact]
    public async Task A_signature_over_a_content_of_its_own_says_nothing_about_the_file() => Assert.False(Assert.Single((await ReadAsync(SignedPdf.Sign(SignedPdf.Plain, _officer, detached: false))).Signatures).Intact);

    [Theory]
    [InlineData("")]
    [InlineData("3003020101")]
    [InlineData("30800000")]
    [InlineData("FFFFFFFFFFFFFFFF")]
    [InlineData("308400FFFFFF")]
    public async Task Garbage_is_an_unreadable_signature(string hex) => await UnreadableAsync(SignedPdf.Garbage(SignedPdf.Plain, Convert.FromHexString(hex)));

    [Fact]
    public async Task A_kind_that_is_not_known_is_an_unreadable_signature() => await UnreadableAsync(SignedPdf.Sign(SignedPdf.Plain, _officer, "adbe.x509.rsa_sha1"));

    [Theory]
    [InlineData("/ByteRange [0 0", "/ByteRange [1 0")]
    [InlineData("/ByteRange [0 0", "/ByteRange [0 9")]
    [InlineData("/ByteRange [0 0", "/ByteRange [0 -")]
    [InlineData("/ByteRange [0 0", "/ByteRange [0 .")]
    [InlineData("/ByteRange [0 0", "/ByteRange [[] ")]
    public async Task A_range_that_is_none_is_an_unreadable_signature(string from, string to) => await UnreadableAsync(SignedPdf.Replace(SignedPdf.Sign(SignedPdf.Plain, _officer), from, to));

    [Fact]
    public async Task Content_hidden_in_the_gap_is_noticed()
    {
        // The end of the gap moved behind the signature's closing bracket, as signature wrapping does.
        var text = Encoding.Latin1.GetString(SignedPdf.Sign(SignedPdf.Plain, _officer));
        var range = text[(text.IndexOf("/ByteRange [", StringComparison.Ordinal) + 12)..].Split(']')[0].Split(' ');
        var (after, rest) = (int.Parse(range[2]), int.Parse(range[3]));
        var moved = text.Replace($"{range[2]} {range[3]}", $"{after + 3:D10} {rest - 3:D10}");
        await UnreadableAsync(Encoding.Latin1.GetBytes(moved));
    }

    [Fact]
    public async Task A_file_without_signature_has_none()
    {
        Assert.Equal([SignatureText.None], SignatureWords.Of(await ReadAsync(SignedPdf.Plain)));
        Assert.Empty((await _reader.ReadSignaturesAsync("/nowhere", FileKind.Docx, CancellationToken.None)).Signatures);
    }

    [Fact]
    public async Task What_cannot_be_read_fails_without_an_exception()
    {
        Assert.True((await ReadAsync([1, 2, 3])).Failed);
        Assert.True((await ReadAsync(MadePdf.With("/Deep " + new string('[', 100_000)))).Failed);
        Assert.True((await _reader.ReadSignaturesAsync(Path.Combine(_folder, "nowhere"), FileKind.Pdf, CancellationToken.None)).Failed);
        Assert.Equal([SignatureText.Failed], SignatureWords.Of(SignatureReading.Unread));
    }

    private async Task UnreadableAsync(byte[] file)
    {
        var reading = await ReadAsync(file);
        Assert.False(reading.Failed);
        Assert.All(reading.Signatures, s => Assert.False(s.Readable || s.Intact));
        Assert.Equal(["Không đọc được chữ ký."], SignatureWords.Of(reading));
    }

    private async Task<SignatureReading> ReadAsync(byte[] file)
    {
        var path = Path.Combine(_folder, Guid.NewGuid().ToString("N"));
        await File.WriteAllBytesAsync(path, file);
        return await _reader.ReadSignaturesAsync(path, FileKind.Pdf, CancellationToken.None);
    }
}
