using Portal.Domain.People;
using Portal.Tests.Domain.Requests;

namespace Portal.Tests.Domain.People;

/// <summary>Whom the words of a letter mean, tried on the units and groups of Bình Sơn.</summary>
public sealed class UnitCatalogueTests
{
    private const string Departments = "P-LDTBXH P-VHTT P-TCKH P-TNMT";

    private static readonly UnitCatalogue Catalogue = new(
        [.. BinhSonLetter.Request.Units.Concat(BinhSonLetter.Request.OrganisationUnits).Select(u => new KnownUnit(u.Code, u.Name, u.FullName, u.ShortName, u.Aliases, u.Kind, u.Order))],
        [.. BinhSonLetter.Request.Groups.Where(g => g.UnitCodes.Count > 1).Select(g => new KnownGroup(g.Code, g.Title, [], g.UnitCodes))]);

    [Fact]
    public void All_addressees_of_the_letter_are_found_and_they_are_its_28_units()
    {
        var matches = BinhSonLetter.Request.Letter.Addressees.Select(Catalogue.Match).ToList();
        Assert.Empty(matches.SelectMany(m => m.Unmatched.Concat(m.Candidates)));
        Assert.Equal(BinhSonLetter.Request.Units.Select(u => u.Code).Order(), matches.SelectMany(m => m.UnitCodes).Order());
    }

    [Fact]
    public void All_titles_of_its_groups_are_found() =>
        Assert.All(BinhSonLetter.Request.Groups, g => Assert.Equal(g.UnitCodes, Catalogue.Match(g.Title).UnitCodes));

    [Fact]
    public void Every_name_of_a_unit_means_that_unit() => Assert.All(BinhSonLetter.Request.Units, u =>
        Assert.All(u.Aliases.Append(u.Name).Append(u.FullName).Append(u.ShortName), n => Assert.Equal([u.Code], Catalogue.Match(n).UnitCodes)));

    [Theory]
    [InlineData("Các Phòng: Lao động - Thương binh và Xã hội, Văn hóa và Thông tin, Tài chính - Kế hoạch; Tài nguyên và Môi trường", Departments)]
    [InlineData("Các phòng Lao động – Thương binh và Xã hội; Văn hóa và Thông tin; Tài chính – Kế hoạch; Tài nguyên và Môi trường", Departments)]
    [InlineData("Các Phòng: LĐ-TB&XH, VH&TT, TC-KH và TN&MT", Departments)]
    [InlineData("Trưởng các phòng LĐTBXH, Văn hóa - Thông tin, TCKH, TNMT", Departments)]
    [InlineData("Trung tâm Truyền thông – Văn hóa thể thao", "TT-TTVHTT")]
    [InlineData("Giám đốc TT Truyền thông - Văn hoá - Thể thao huyện", "TT-TTVHTT")]
    [InlineData("Phòng Lao động, Thương binh và Xã hội", "P-LDTBXH")]
    [InlineData("Phòng LĐTB&XH huyện Bình Sơn", "P-LDTBXH")]
    [InlineData("phong lao dong thuong binh xa hoi", "P-LDTBXH")]
    [InlineData("Trưởng phòng Tài chính - Kế hoạch", "P-TCKH")]
    [InlineData("Trưởng Công an huyện", "CAH")]
    [InlineData("Thủ trưởng Công an huyện Bình Sơn;", "CAH")]
    [InlineData("Kính gửi: Công an huyện", "CAH")]
    [InlineData("VP HĐND và UBND huyện", "VP-HDND-UBND")]
    [InlineData("Chánh Văn phòng HĐND&UBND huyện", "VP-HDND-UBND")]
    [InlineData("UBND xã Bình Thanh", "XA-21091")]
    [InlineData("UBND XÃ BÌNH THẠNH", "XA-21046")]
    [InlineData("Binh Thạnh", "XA-21046")] // one accent decides
    [InlineData("Chủ tịch Ủy ban nhân dân xã Bình Hoà", "XA-21079")] // the tone on the other vowel
    [InlineData("TT. Châu Ổ", "XA-21040")]
    [InlineData("UBND các xã Bình Trị, Bình Hải và thị trấn Châu Ổ", "XA-21061 XA-21067 XA-21040")]
    [InlineData("Công an huyện; Phòng Tài chính - Kế hoạch và UBND xã Bình An", "CAH P-TCKH XA-21064")]
    public void Spellings_mean_units(string written, string codes)
    {
        var match = Catalogue.Match(written);
        Assert.Equal(codes, string.Join(' ', match.UnitCodes));
        Assert.Empty(match.Unmatched);
        Assert.Null(match.GroupCode);
    }

    [Theory]
    [InlineData("UBND các xã, thị trấn")]
    [InlineData("các xã, thị trấn")]
    [InlineData("Các xã và thị trấn;")]
    [InlineData("Chủ tịch UBND các xã, thị trấn")]
    [InlineData("Ủy ban nhân dân 22 xã, thị trấn")]
    [InlineData("UBND các xã, thị trấn trên địa bàn huyện")]
    [InlineData("UBND các xã, thị trấn huyện Bình Sơn")]
    public void Spellings_mean_the_group_of_22(string written)
    {
        var match = Catalogue.Match(written);
        Assert.Equal(("G7", 22), (match.GroupCode, match.UnitCodes.Count));
        Assert.Empty(match.Unmatched);
    }

    [Theory]
    [InlineData("Binh Thanh")]
    [InlineData("UBND xa Binh Thanh")]
    [InlineData("Bình Thành")] // neither
    public void What_two_units_may_be_called_means_neither(string written)
    {
        var match = Catalogue.Match(written);
        Assert.Equal(["XA-21046", "XA-21091"], match.Candidates.Order());
        Assert.Empty(match.UnitCodes);
        Assert.Equal([written], match.Unmatched);
    }

    [Theory]
    [InlineData("Công an huyện, Phòng Giáo dục và Đào tạo, UBND xã Bình An", "CAH XA-21064", "Phòng Giáo dục và Đào tạo")]
    [InlineData("HĐND xã Bình An", "", "HĐND xã Bình An")] // another body than its committee
    [InlineData("UBND 23 xã, thị trấn", "", "UBND 23 xã|thị trấn")] // not those 22
    [InlineData("Trường Tiểu học Bình An", "", "Trường Tiểu học Bình An")]
    [InlineData("", "", "")]
    [InlineData(" ;, - ", "", "")]
    public void What_no_unit_is_called_is_said(string written, string codes, string unmatched)
    {
        var match = Catalogue.Match(written);
        Assert.Equal((codes, unmatched, null), (string.Join(' ', match.UnitCodes), string.Join('|', match.Unmatched), match.GroupCode));
    }

    [Fact]
    public void Units_beside_a_group_leave_it_without_its_code()
    {
        var match = Catalogue.Match("Công an huyện và UBND các xã, thị trấn");
        Assert.Equal((23, null), (match.UnitCodes.Count, match.GroupCode));
    }
}
