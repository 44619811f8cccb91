using Portal.Domain.People;
using Portal.Tests.Domain.Requests;

namespace Portal.Tests.Domain.People;

/// <summary>Names as letters write them, and whom they mean.</summary>
public sealed class UnitCatalogueTests
{
    private static readonly UnitCatalogue Catalogue = new(
        [.. BinhSonLetter.Request.Units.Select(u => new KnownUnit(u.Code, u.Name, u.FullName, u.ShortName, u.Aliases, u.Kind, u.Order))],
        [.. BinhSonLetter.Request.Groups.Where(g => g.UnitCodes.Count > 1).Select(g => new KnownGroup(g.Code, g.Title, [], g.UnitCodes))]);

    [Fact]
    public void The_addressees_of_the_letter_are_its_28_units() =>
        Assert.Equal(BinhSonLetter.Request.Units.Select(u => u.Code).Order(), BinhSonLetter.Request.Letter.Addressees.Select(Catalogue.Match).SelectMany(m => m.UnitCodes).Order());

    [Fact]
    public void Every_group_title_and_every_spelling_of_a_unit_is_found()
    {
        Assert.All(BinhSonLetter.Request.Groups, g => Assert.Equal(g.UnitCodes, Catalogue.Match(g.Title).UnitCodes));
        Assert.All(BinhSonLetter.Request.Units, u => Assert.All(u.Aliases.Append(u.Name).Append(u.FullName), name => Assert.Equal([u.Code], Catalogue.Match(name).UnitCodes)));
    }

    [Theory]
    [InlineData("Trung tâm Truyền thông – Văn hóa thể thao", "TT-TTVHTT")]
    [InlineData("Trung tâm Truyền thông – Văn hóa - Thể thao", "TT-TTVHTT")]
    [InlineData("Trưởng Công an huyện", "CAH")]
    [InlineData("Phòng LĐ-TB&XH", "P-LDTBXH")]
    [InlineData("Phòng Lao động, Thương binh và Xã hội", "P-LDTBXH")]
    [InlineData("Trưởng phòng Tài nguyên và Môi trường", "P-TNMT")]
    [InlineData("Chủ tịch UBND xã Bình Thạnh", "XA-21046")]
    [InlineData("Uỷ ban nhân dân xã Bình Thanh", "XA-21091")]
    [InlineData("Phòng Văn hóa và Thông tin, Tài chính - Kế hoạch", "P-VHTT P-TCKH")]
    public void A_name_means_what_a_person_would_say(string written, string codes) => Assert.Equal((codes, 0), (string.Join(' ', Catalogue.Match(written).UnitCodes), Catalogue.Match(written).Unmatched.Count));

    [Theory]
    [InlineData("UBND các xã, thị trấn")]
    [InlineData("Ủy ban nhân dân các xã, thị trấn")]
    [InlineData("các xã, thị trấn")]
    [InlineData("Chủ tịch UBND các xã, thị trấn")]
    public void All_communes_are_one_group(string written) => Assert.Equal(("G7", 22), (Catalogue.Match(written).GroupCode, Catalogue.Match(written).UnitCodes.Count));

    [Fact]
    public void What_only_accents_tell_apart_is_not_guessed()
    {
        var match = Catalogue.Match("UBND xa Binh Thanh");
        Assert.Empty(match.UnitCodes);
        Assert.Equal(["XA-21046", "XA-21091"], match.Candidates.Order());
        Assert.Equal(["UBND xa Binh Thanh"], match.Unmatched);
    }

    [Fact]
    public void A_name_that_nobody_bears_is_named_and_the_others_are_found()
    {
        var match = Catalogue.Match("Công an huyện; Đội Quản lý thị trường số 3");
        Assert.Equal(["CAH", "Đội Quản lý thị trường số 3"], match.UnitCodes.Concat(match.Unmatched));
    }
}
