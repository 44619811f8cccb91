using System.Net;
using Microsoft.Playwright;

namespace Portal.Tests.EndToEnd;

/// <summary>The door: without script, with a wrong password, from another site.</summary>
public sealed class SignInTests(Browsers browsers)
{
    [Fact]
    public async Task Signing_in_works_without_script()
    {
        var portal = await browsers.PortalAsync();
        await using var visitor = await browsers.VisitorAsync(portal.Address, javaScript: false);
        await visitor.Page.GotoAsync("/dang-nhap");
        await visitor.Page.GetByLabel("Tên đăng nhập").FillAsync("21049.canbo");
        await visitor.Page.GetByLabel("Mật khẩu").FillAsync("portal-demo-2024!");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Báo cáo của UBND xã Bình Đông");
    }

    [Theory]
    [InlineData("21049.canbo", "sai-mat-khau-nay")]
    [InlineData("khong-co-nguoi-nay", "portal-demo-2024!")]
    public async Task A_wrong_name_and_a_wrong_password_get_the_same_answer(string name, string password)
    {
        var portal = await browsers.PortalAsync();
        await using var visitor = await browsers.VisitorAsync(portal.Address);
        await visitor.Page.GotoAsync("/dang-nhap");
        await visitor.Page.GetByLabel("Tên đăng nhập").FillAsync(name);
        await visitor.Page.GetByLabel("Mật khẩu").FillAsync(password);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Tên đăng nhập hoặc mật khẩu không đúng.");
        Assert.StartsWith("Lỗi: ", await visitor.Page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(name, await visitor.Page.GetByLabel("Tên đăng nhập").InputValueAsync());
    }

    [Fact]
    public async Task A_sample_persons_link_fills_in_the_name()
    {
        var portal = await browsers.PortalAsync();
        await using var visitor = await browsers.VisitorAsync(portal.Address);
        await visitor.Page.GotoAsync("/dang-nhap");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "lanhdao" }).First.ClickAsync();
        await Assertions.Expect(visitor.Page.GetByLabel("Tên đăng nhập")).ToHaveValueAsync("lanhdao");
    }

    [Fact]
    public async Task The_door_leads_only_to_pages_of_the_portal()
    {
        var portal = await browsers.PortalAsync();
        await using var visitor = await browsers.VisitorAsync(portal.Address);
        await visitor.Page.GotoAsync("/dang-nhap?den=" + Uri.EscapeDataString("//example.org/"));
        await visitor.Page.GetByLabel("Tên đăng nhập").FillAsync("quansat");
        await visitor.Page.GetByLabel("Mật khẩu").FillAsync("portal-demo-2024!");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();
        await visitor.Page.WaitForURLAsync("**/tong-quan");
    }

    [Theory]
    [InlineData("/_blazor/negotiate?negotiateVersion=1", HttpStatusCode.Unauthorized)]
    [InlineData("/dang-xuat", HttpStatusCode.Unauthorized)]
    public async Task Nobody_who_is_not_signed_in_gets_a_circuit(string path, HttpStatusCode expected)
    {
        var portal = await browsers.PortalAsync();
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = portal.Address };
        using var answer = await http.PostAsync(path, null);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("Origin", "https://example.org")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task What_another_site_sends_is_refused(string header, string value)
    {
        var portal = await browsers.PortalAsync();
        using var http = new HttpClient { BaseAddress = portal.Address };
        using var post = new HttpRequestMessage(HttpMethod.Post, "/dang-nhap");
        post.Headers.Add(header, value);
        using var answer = await http.SendAsync(post);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task The_content_policy_lets_no_foreign_and_no_inline_script_run()
    {
        var portal = await browsers.PortalAsync();
        using var http = new HttpClient { BaseAddress = portal.Address };
        using var answer = await http.GetAsync("/dang-nhap");
        var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Matches("script-src 'self' 'nonce-[^']+'(;|$)", policy);
        Assert.Contains("object-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", string.Join("", answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task A_document_comes_as_a_file_in_which_nothing_runs()
    {
        var portal = await browsers.PortalAsync();
        await using var visitor = await browsers.VisitorAsync(portal.Address);
        await visitor.SignInAsync("21067.canbo");
        await visitor.GoAsync("/yeu-cau/BS-2024-TREEM-HDND/don-vi/21067/noi-dung/XA-05");
        var address = await visitor.Page.Locator("a[href*='/minh-chung/']").First.GetAttributeAsync("href");
        var answer = await visitor.Page.APIRequest.GetAsync(address!);
        Assert.Equal(200, answer.Status);
        Assert.Equal("default-src 'none'; sandbox", answer.Headers["content-security-policy"]);
        Assert.Equal("nosniff", answer.Headers["x-content-type-options"]);
        Assert.StartsWith("attachment", answer.Headers["content-disposition"], StringComparison.Ordinal);
    }
}
