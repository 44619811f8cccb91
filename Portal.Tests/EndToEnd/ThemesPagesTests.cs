using Microsoft.Playwright;
using static Portal.Tests.EndToEnd.Presses;

namespace Portal.Tests.EndToEnd;

/// <summary>The page of a theme: live, by address, and without what who only watches may not know.</summary>
public sealed class ThemesPagesTests(Browsers browsers)
{
    private const string Unit = "p-vhtt", Communes = "Số xã, thị trấn có điểm vui chơi dành cho trẻ em";

    [Fact]
    public async Task Office_takes_its_report_back_and_sends_another_figure_while_the_leader_looks()
    {
        var portal = await browsers.WalkedPortalAsync();
        await using var leader = await browsers.SignedInAsync(portal.Address, "lanhdao");
        await using var head = await browsers.SignedInAsync(portal.Address, $"{Unit}.thutruong");
        await using var officer = await browsers.SignedInAsync(portal.Address, $"{Unit}.canbo");
        await leader.GoAsync("/chuyen-de/thiet-che");
        var check = leader.Page.Locator("[data-check=D01]");
        var left = check.Locator("[data-side=VH-01] dd");
        await Assertions.Expect(check.GetByRole(AriaRole.Heading)).ToContainTextAsync("D01 · Chưa đủ số liệu để kết luận");
        await Assertions.Expect(left).ToHaveTextAsync("14 xã, thị trấn");

        await head.GoAsync($"{Report(Unit)}/duyet");
        await head.Page.GetByRole(AriaRole.Button, new() { Name = "Thu hồi báo cáo…" }).ClickAsync();
        var panel = head.Page.GetByRole(AriaRole.Region, new() { Name = "Thu hồi báo cáo đã gửi" });
        await panel.GetByLabel("Lý do").FillAsync("Gửi nhầm bản chưa rà soát.");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Thu hồi báo cáo", Exact = true }).ClickAsync();
        await Assertions.Expect(left).ToHaveTextAsync("Chưa có");
        await Assertions.Expect(leader.Page.Locator("[data-office=VH-01]")).ToContainTextAsync("Chưa gửi");

        // What is typed is the unit's own until it is sent; 1 is less than the communes already count.
        await officer.GoAsync($"{Report(Unit)}/noi-dung/VH-01");
        await officer.TypeAsync(Communes, "1");
        await officer.SendUpAsync(Unit);
        await Assertions.Expect(leader.Page.Locator("[data-office=VH-01]")).ToContainTextAsync("Đã trình lãnh đạo");
        await Assertions.Expect(left).ToHaveTextAsync("Chưa có");
        await head.SignOffAsync(Unit);
        await Assertions.Expect(left).ToHaveTextAsync("1 xã, thị trấn");
        await Assertions.Expect(check.GetByRole(AriaRole.Heading)).ToHaveTextAsync("D01 · Mâu thuẫn, cần đối chiếu");
        Assert.Empty(leader.Complaints);
    }

    [Fact]
    public async Task Colleague_opens_the_address_and_the_observer_finds_sensitive_figures_left_out()
    {
        var portal = await browsers.PortalAsync();
        await using var observer = await browsers.SignedInAsync(portal.Address, "quansat");
        await observer.GoAsync("/chuyen-de/luat?yeu-cau=BS-2024-TREEM-HDND");
        var page = observer.Page;
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Luật Trẻ em và xử lý vi phạm");
        await Assertions.Expect(page.Locator("[data-check=D05]").GetByRole(AriaRole.Heading)).ToHaveTextAsync("D05 · Không hiển thị");
        await Assertions.Expect(page.Locator("[data-check=D05] dd")).ToHaveTextAsync(["Không hiển thị", "Không hiển thị"]);
        await Assertions.Expect(page.Locator("[data-office=CA-02]").GetByText("Không hiển thị")).ToHaveCountAsync(5);
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Chuyên đề" }).GetByRole(AriaRole.Link, new() { Name = "Quỹ đất" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/chuyen-de/quy-dat\\?yeu-cau=BS-2024-TREEM-HDND$"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Quỹ đất");
        await page.Locator("[data-unit='21040']").GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/don-vi/21040\\?noi-dung=XA-04&tu=%2Fchuyen-de%2Fquy-dat"));
        Assert.Empty(observer.Complaints);
    }
}
