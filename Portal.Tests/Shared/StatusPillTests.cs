using Bunit;
using Portal.Domain.Submissions;
using Portal.Shared;

namespace Portal.Tests.Shared;

/// <summary>Colour never stands alone: each state has its own glyph and word.</summary>
public sealed class StatusPillTests : BunitContext
{
    public static TheoryData<ItemState, string, string> States => new()
    {
        { ItemState.NotStarted, "none", "Chưa thực hiện" },
        { ItemState.Drafting, "draft", "Đang soạn thảo" },
        { ItemState.WithHead, "up", "Đã trình lãnh đạo" },
        { ItemState.SentBack, "ret", "Lãnh đạo trả lại" },
        { ItemState.Approved, "up", "Lãnh đạo đơn vị đã duyệt" },
        { ItemState.Sent, "sent", "Đã gửi" },
        { ItemState.Returned, "ret", "Chờ bổ sung" },
        { ItemState.Resent, "sent", "Đã gửi bổ sung" },
        { ItemState.Accepted, "acc", "Đã tiếp nhận" },
        { ItemState.Included, "inc", "Đã tổng hợp" },
        { ItemState.Cancelled, "gone", "Đã hủy giao" },
    };

    [Theory]
    [MemberData(nameof(States))]
    public void A_pill_shows_glyph_and_word(ItemState state, string css, string word)
    {
        var pill = Render<StatusPill>(p => p.Add(x => x.State, state)).Find("span.st");
        Assert.Contains(css, pill.ClassList);
        Assert.NotNull(pill.QuerySelector("svg[aria-hidden=true]"));
        Assert.Equal(word, pill.TextContent);
    }

    [Fact]
    public void Every_state_has_a_look_and_no_two_share_a_word()
    {
        var looks = Enum.GetValues<ItemState>().Select(StateLook.Of).ToList();
        Assert.All(looks, look => Assert.Contains(look.Icon, Glyph.All));
        Assert.Equal(looks.Count, looks.Select(l => l.Word).Distinct().Count());
        Assert.Equal(looks.Count, looks.Select(l => l.Short).Distinct().Count());
    }

    [Fact]
    public void In_a_grid_the_short_word_stands() =>
        Assert.Equal("Bổ sung", Render<StatusPill>(p => p.Add(x => x.State, ItemState.Returned).Add(x => x.Short, true)).Find("span.st").TextContent);

    [Fact]
    public void Each_flag_has_glyph_and_word() => Assert.Equal(
        ["Sắp đến hạn", "Quá hạn", "Gửi quá hạn", "Quá hạn bổ sung", "Đã gia hạn", "Đã khóa số liệu", "Chưa được đơn vị xác nhận", "Đang nhập thay"],
        Enum.GetValues<Flag>().Select(f => Render<FlagPill>(p => p.Add(x => x.Flag, f)).Find("span.st:has(svg)").TextContent));

    [Fact]
    public void Each_level_of_resolution_has_its_own_disc_and_word()
    {
        var marks = Resolution.All.Select(code => Render<ResolutionMark>(p => p.Add(x => x.Code, code)).Find("span.rs")).ToList();
        Assert.Equal(["Đã giải quyết dứt điểm", "Đang giải quyết", "Chưa giải quyết", "Không phát sinh"], marks.Select(m => m.TextContent));
        Assert.Equal(4, marks.Select(m => m.QuerySelector("svg")!.InnerHtml).Distinct().Count());
    }

    [Fact]
    public void An_unknown_level_of_resolution_shows_nothing() => Assert.Empty(Render<ResolutionMark>(p => p.Add(x => x.Code, "X")).Markup.Trim());
}
