using CsCheck;
using Portal.Domain.Consolidation;
using Portal.Domain.Submissions;
using Portal.Features.Evidence;
using Portal.Platform.Documents;
using Portal.Platform.Files;

namespace Portal.Tests.Features.Evidence;

public sealed class ArchivePathsTests
{
    private static readonly IReadOnlyDictionary<string, string> Logins = new Dictionary<string, string> { ["XA-21046"] = "21046", ["CAH"] = "cah" };

    private static readonly IReadOnlyDictionary<string, string> Titles = new Dictionary<string, string>
    {
        ["XA-04"] = "Quỹ đất, thiết chế văn hóa, thể thao dành cho trẻ em trên địa bàn xã, thị trấn",
        ["XA-05"] = "Kiện toàn đội ngũ: CON | <cán bộ>/cộng tác viên?",
    };

    [Fact]
    public void Files_lie_by_unit_and_item_with_the_registers_number_in_front()
    {
        var register = EvidenceRegister.Of([Entry("XA-05", 7, "b.pdf"), Entry("XA-04", 9, "Kế hoạch.pdf"), Entry("XA-05", 9, "Kế hoạch.pdf"), Entry("XA-04", 8, "mờ.jpg", LinkDecision.Rejected)]);

        Assert.Equal(
        [
            "21046 Bình Thạnh/XA-04 Quỹ đất, thiết chế văn hóa, thể thao/001 Kế hoạch.pdf",
            "21046 Bình Thạnh/XA-05 Kiện toàn đội ngũ_ CON _ _cán/001 Kế hoạch.pdf",
            "21046 Bình Thạnh/XA-05 Kiện toàn đội ngũ_ CON _ _cán/002 b.pdf",
            "21046 Bình Thạnh/XA-04 Quỹ đất, thiết chế văn hóa, thể thao/Không đạt/mờ.jpg",
        ], ArchivePaths.Of(register, Logins, Titles).Select(f => f.Path));
    }

    [Fact]
    public void Rejected_files_of_one_name_stay_apart()
    {
        var register = EvidenceRegister.Of([Entry("XA-04", 1, "Scan.pdf", LinkDecision.Rejected), Entry("XA-04", 2, "scan.PDF", LinkDecision.Rejected), Entry("XA-04", 3, "SCAN.pdf", LinkDecision.Rejected)]);

        Assert.Equal(["Scan.pdf", "scan (2).PDF", "SCAN (3).pdf"], ArchivePaths.Of(register, Logins, Titles).Select(f => f.Path.Split('/')[^1]));
    }

    [Fact]
    public void Numbers_grow_together_when_a_thousand_is_passed()
    {
        var files = ArchivePaths.Of(EvidenceRegister.Of(Enumerable.Range(1, 1200).Select(i => Entry("XA-04", i, "a.pdf"))), Logins, Titles);

        Assert.EndsWith("/0001 a.pdf", files[0].Path, StringComparison.Ordinal);
        Assert.EndsWith("/1200 a.pdf", files[^1].Path, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_with_an_endless_extension_is_cut_like_any_other()
    {
        var files = ArchivePaths.Of(EvidenceRegister.Of([Entry("XA-04", 1, "a." + new string('b', 148))]), Logins, Titles);

        Assert.Equal(ArchiveNames.MaxLength, files.Single().Path.Length);
    }

    [Fact]
    public void Every_path_can_be_unpacked_everywhere() =>
        (from names in Gen.String[Gen.OneOf(Gen.Char.AlphaNumeric, Gen.Char[" .:/\\?*\"<>|ếậĐ\u0301\u202e\ud83d\ude00()"]), 0, 260].Array[0, 12]
         from longTitle in Gen.String[Gen.Char[" .:/ab"], 0, 90]
         select (names, longTitle)).Sample(made =>
        {
            var entries = made.names.SelectMany((n, i) => new[] { Entry("XA-04", i / 2, FileName.Clean(n), i % 3 == 0 ? LinkDecision.Rejected : LinkDecision.Undecided), Entry("XA-05", i / 2, FileName.Clean(n)) });
            var files = ArchivePaths.Of(EvidenceRegister.Of(entries.DistinctBy(e => (e.ItemCode, e.DocumentId))), Logins, new Dictionary<string, string> { ["XA-04"] = made.longTitle, ["XA-05"] = made.longTitle });

            Assert.Distinct(files.Select(f => f.Path), StringComparer.OrdinalIgnoreCase);
            Assert.All(files, f =>
            {
                Assert.InRange(f.Path.Length, 1, ArchiveNames.MaxLength);
                Assert.True(f.Path.IsNormalized());
                Assert.All(f.Path.Split('/'), s => Assert.True(s.Length > 0 && s.Trim(' ').TrimEnd('.') == s && !s.Any(c => c < ' ' || "<>:\"|?*\\".Contains(c)), s));
                Assert.EndsWith(FileName.Extension(f.Document.FileName), f.Path, StringComparison.Ordinal);
            });
        });

    [Theory]
    [InlineData("BS-2024-TREEM-HDND", "Minh chứng BS-2024-TREEM-HDND.zip")]
    [InlineData("BS-2024-TREEM-HDND/21046/XA-04", "Minh chứng BS-2024-TREEM-HDND 21046 XA-04.zip")]
    public void Archive_is_named_after_what_is_in_it(string subject, string name) => Assert.Equal(name, ArchivePaths.NameOf("Minh chứng", subject));

    private static EvidenceEntry Entry(string item, int document, string name, LinkDecision decision = LinkDecision.Undecided) => new(
        "XA-21046", "Bình Thạnh", 3, item, item == "XA-04" ? 4 : 5, document, name, 10, new string('a', 64),
        new DocumentDescription(EvidenceKind.Other, null, null, null, "Ảnh"), TestTime, decision);

    private static readonly DateTimeOffset TestTime = new(2024, 7, 2, 9, 0, 0, TimeSpan.FromHours(7));
}
