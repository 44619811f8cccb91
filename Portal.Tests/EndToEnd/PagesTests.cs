using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Playwright;
using Portal.App;
using Portal.Tests.Architecture;

namespace Portal.Tests.EndToEnd;

/// <summary>Every page, as its people open it: no barrier that axe calls serious, a clean console, nobody asked outside, no sideways scroll, Vietnamese.</summary>
public sealed class PagesTests(Browsers browsers)
{
    private const string Reports = "/yeu-cau/BS-2024-TREEM-HDND";

    public static TheoryData<string, string> Pages => new()
    {
        { "", "/dang-nhap" },
        { "", "/loi?ma=7F3K-21" },
        { "21049.canbo", "/viec-can-lam" },
        { "21049.canbo", $"{Reports}/don-vi/21049/noi-dung/XA-02" },
        { "21049.canbo", $"{Reports}/don-vi/21049/noi-dung/XA-04" },
        { "21049.canbo", $"{Reports}/don-vi/21049/noi-dung/COVER" },
        { "21049.canbo", $"{Reports}/don-vi/21049/xem-lai" },
        { "21049.canbo", $"{Reports}/don-vi/21049/nhap-excel" },
        { "21049.canbo", "/thong-bao" },
        { "21049.canbo", "/dat-gio" },
        { "21049.canbo", "/trao-doi" },
        { "21049.canbo", "/ban-nhap" },
        { "21049.thutruong", $"{Reports}/don-vi/21049/phan-cong" },
        { "21067.canbo", "/viec-can-lam" },
        { "21091.thutruong", "/cho-duyet" },
        { "21091.thutruong", $"{Reports}/don-vi/21091/duyet" },
        { "21040.thutruong", $"{Reports}/don-vi/21040" },
        { "21040.thutruong", $"{Reports}/don-vi/21040/bien-nhan/1" },
        { "p-ldtbxh.dieuphoi", "/tiep-nhan" },
        { "p-ldtbxh.dieuphoi", $"{Reports}/don-vi/21067?noi-dung=XA-01" },
        { "p-ldtbxh.dieuphoi", "/tiep-nhan?trang-thai=thieu-minh-chung" },
        { "p-ldtbxh.dieuphoi", "/ly-do-thuong-dung" },
        { "p-ldtbxh.dieuphoi", Reports },
        { "p-ldtbxh.dieuphoi", $"{Reports}/don-vi/21067/noi-dung/XA-01" },
        { "p-ldtbxh.dieuphoi", $"{Reports}/don-vi/21052/nhap-thay" },
        { "21040.thutruong", $"{Reports}/don-vi/21040/xac-nhan" },
        { "p-ldtbxh.dieuphoi", "/trao-doi?xem=tat-ca" },
        { "p-ldtbxh.dieuphoi", "/yeu-cau" },
        { "p-ldtbxh.dieuphoi", "/yeu-cau/moi" },
        { "p-ldtbxh.dieuphoi", $"{Reports}/soan" },
        { "p-ldtbxh.dieuphoi", $"{Reports}/ap-dung" },
        { "p-ldtbxh.dieuphoi", "/bao-cao-tong-hop" },
        { "lanhdao", "/bao-cao-tong-hop/BS-2024-TREEM-HDND" },
        { "p-ldtbxh.dieuphoi", "/bao-cao-tong-hop/BS-2024-TREEM-HDND/ban-in" },
        { "lanhdao", "/tong-quan" },
        { "lanhdao", "/trinh-chieu" },
        { "lanhdao", "/tien-do" },
        { "lanhdao", "/tien-do?xem=giai-quyet&o=21067/XA-05" },
        { "lanhdao", "/so-sanh" },
        { "lanhdao", "/chuyen-de" },
        { "p-ldtbxh.dieuphoi", "/chuyen-de/thiet-che" },
        { "quansat", "/chuyen-de/luat?yeu-cau=BS-2024-TREEM-HDND" },
        { "lanhdao", "/tiep-nhan" },
        { "quansat", "/tong-quan" },
        { "quansat", "/tim-kiem?q=binh+thanh" },
        { "quantri", "/don-vi" },
        { "quantri", "/nguoi-dung" },
        { "quantri", "/nhat-ky" },
        { "21043.thutruong", "/uy-quyen" },
        { "21043.canbo", $"{Reports}/don-vi/21043/thoi-han" },
        { "p-ldtbxh.dieuphoi", $"{Reports}/don-vi/21043/thoi-han" },
        { "p-ldtbxh.dieuphoi", "/don-doc" },
        { "21043.canbo", "/ho-so" },
        { "quantri", "/uy-quyen" },
        { "quantri", "/thu-dien-tu" },
        { "quantri", "/ngay-nghi" },
        { "quantri", "/don-vi?ket-thuc=21046" },
        { "quantri", "/don-vi?hop-nhat=co" },
        { "quantri", "/don-vi/21046" },
        { "quantri", "/don-vi/nhap-excel" },
        { "quantri", "/don-vi?tach=21046" },
        { "quantri", "/don-vi?them=co" },
        { "quantri", "/nhom-don-vi" },
        { "quantri", "/nhom-don-vi?nhom=ubnd-cac-xa-thi-tran" },
    };

    /// <summary>Every page of the portal stands in the list; what says that there is none is tried below.</summary>
    [Fact]
    public void No_page_is_left_out()
    {
        var paths = Pages.Select(p => p.Data.Item2.Split('?')[0]).Distinct().ToList();
        var routes = Rules.Written(typeof(PortalSetup).Assembly).SelectMany(t => t.GetCustomAttributes(typeof(RouteAttribute), inherit: false)).Cast<RouteAttribute>().Select(r => r.Template).Except([Urls.NotFound]).ToList();
        Assert.Equal([], routes.Where(r => !paths.Exists(p => new TemplateMatcher(TemplateParser.Parse(r.TrimStart('/')), []).TryMatch(p, []))));
    }

    /// <summary>Opened once, then looked at in the dark and on a phone: what a person does who dims his screen or turns his tablet.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_is_titled_Vietnamese_and_without_barrier_in_light_and_dark_and_on_a_phone(string person, string path)
    {
        var portal = await browsers.PortalAsync();
        await using var visitor = person.Length == 0 ? await browsers.VisitorAsync(portal.Address) : await browsers.SignedInAsync(portal.Address, person);
        var page = visitor.Page;
        await visitor.GoAsync(path);
        await page.WaitForFunctionAsync("() => document.fonts.status === 'loaded' && !document.querySelector('[aria-busy=true]')");
        Assert.EndsWith("Cổng báo cáo", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        Assert.Equal(1, await page.Locator("main#main").CountAsync());
        Assert.Equal("vi", await page.Locator("html").GetAttributeAsync("lang"));
        foreach (var (width, scheme, only) in new[] { (1440, ColorScheme.Light, null), (1440, ColorScheme.Dark, "color-contrast"), (390, ColorScheme.Light, null) }) // the dark changes colours and nothing else
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.SetViewportSizeAsync(width, 900);
            await visitor.NoBarrierAsync($"{path} at {width} {scheme}", only);
            var sideways = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth");
            Assert.True(sideways <= 0, $"{path} scrolls sideways by {sideways} px at {width}.");
        }

        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task Unknown_address_says_so_with_its_status()
    {
        var portal = await browsers.PortalAsync();
        await using var visitor = await browsers.SignedInAsync(portal.Address, "21049.canbo");
        var answer = await visitor.Page.GotoAsync("/khong-co-trang-nay");
        Assert.Equal(404, answer!.Status);
        await Assertions.Expect(visitor.Page.GetByText("Không có trang này hoặc anh/chị không được phân công xem.")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/yeu-cau/BS-2024-TREEM-HDND/don-vi/21091")]
    [InlineData("/yeu-cau/BS-2024-TREEM-HDND/don-vi/21091/noi-dung/XA-01")]
    [InlineData("/yeu-cau/BS-2024-TREEM-HDND/don-vi/21091/duyet")]
    [InlineData("/yeu-cau/BS-2024-TREEM-HDND/don-vi/99999")]
    public async Task Another_units_address_answers_as_one_that_does_not_exist(string path)
    {
        var portal = await browsers.PortalAsync();
        await using var visitor = await browsers.SignedInAsync(portal.Address, "21049.canbo");
        var answer = await visitor.Page.GotoAsync(path);
        Assert.Equal(404, answer!.Status);
        Assert.DoesNotContain("Bình Thanh", await visitor.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("21049.canbo", "/viec-can-lam", "Việc cần làm|Báo cáo của đơn vị|Trao đổi|Yêu cầu báo cáo")]
    [InlineData("21049.thutruong", "/cho-duyet", "Chờ tôi duyệt|Báo cáo của đơn vị|Ủy quyền xử lý|Trao đổi|Yêu cầu báo cáo")]
    [InlineData("p-ldtbxh.dieuphoi", "/tiep-nhan", "Việc chờ xử lý|Tổng quan|Tiến độ|Chuyên đề|Báo cáo tổng hợp|Đôn đốc, gia hạn|Trao đổi|Yêu cầu báo cáo")]
    [InlineData("lanhdao", "/tong-quan", "Tổng quan|Tiến độ|Chuyên đề|Báo cáo tổng hợp|Đôn đốc, gia hạn|Chờ tôi tiếp nhận|Trao đổi|Yêu cầu báo cáo|Nhật ký hệ thống")]
    [InlineData("quansat", "/tong-quan", "Tổng quan|Tiến độ|Chuyên đề|Báo cáo tổng hợp|Yêu cầu báo cáo")]
    [InlineData("quantri", "/don-vi", "Đơn vị|Người dùng|Ủy quyền xử lý|Thư điện tử|Ngày nghỉ|Nhật ký hệ thống")]
    public async Task Each_role_starts_at_its_home_and_is_offered_only_what_is_its_own(string person, string home, string entries)
    {
        var portal = await browsers.PortalAsync();
        await using var visitor = await browsers.VisitorAsync(portal.Address);
        await visitor.SignInAsync(person);
        Assert.EndsWith(home, visitor.Page.Url, StringComparison.Ordinal);
        var links = await visitor.Page.Locator("nav.nav a").AllInnerTextsAsync();
        Assert.Equal(entries.Split('|'), links.Select(l => string.Concat(l.TakeWhile(c => !char.IsDigit(c))).Trim()));
        foreach (var link in await visitor.Page.Locator("nav.nav a").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))"))
        {
            Assert.Equal(200, (await visitor.Page.GotoAsync(link))!.Status);
        }
    }
}
