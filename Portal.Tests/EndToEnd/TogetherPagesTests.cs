using Microsoft.Playwright;

namespace Portal.Tests.EndToEnd;

/// <summary>Two browsers at one form.</summary>
public sealed class TogetherPagesTests(Browsers browsers)
{
    private const string Narrative = "Kết quả triển khai, thực hiện", Cause = "Khó khăn, vướng mắc và nguyên nhân";

    [Fact]
    public async Task Each_sees_who_else_is_there_and_what_the_other_types_into_another_field()
    {
        var (officer, head) = await OpenAsync("21082");
        await using (officer)
        {
            await using (head)
            {
                await Assertions.Expect(officer.Page.GetByText("Đang cùng mở: Thủ trưởng")).ToBeVisibleAsync();
                await Assertions.Expect(head.Page.GetByText("Đang cùng mở: Cán bộ")).ToBeVisibleAsync();
                await TypeAsync(officer, Narrative, "Do cán bộ viết.");
                await TypeAsync(head, Cause, "Do thủ trưởng viết.");
                await Assertions.Expect(officer.Page.GetByLabel(Cause)).ToHaveValueAsync("Do thủ trưởng viết.");
                await Assertions.Expect(head.Page.GetByLabel(Narrative)).ToHaveValueAsync("Do cán bộ viết.");
                await head.Page.GotoAsync("/thong-bao");
                await Assertions.Expect(officer.Page.GetByText("Đang cùng mở: Thủ trưởng")).ToBeHiddenAsync();
            }
        }
    }

    [Theory]
    [InlineData("21085", "Dùng bản của tôi", "Bản của thủ trưởng.")]
    [InlineData("21100", "Dùng bản kia", "Bản của cán bộ.")]
    [InlineData("21103", "Lưu bản ghép", "Bản của thủ trưởng.\nBản của cán bộ.")]
    public async Task In_one_field_the_second_sees_both_texts_and_chooses_and_the_first_is_told(string unit, string choice, string expected)
    {
        var (officer, head) = await OpenAsync(unit);
        await using (officer)
        {
            await using (head)
            {
                await MeetAsync(officer, head);
                var box = head.Page.Locator(".conflict:visible");
                await Assertions.Expect(box).ToContainTextAsync("Cán bộ (mẫu) vừa sửa ô này lúc");
                await Assertions.Expect(box.GetByText("Bản của cán bộ.")).ToBeVisibleAsync();
                await Assertions.Expect(box.GetByText("Bản của thủ trưởng.")).ToBeVisibleAsync();
                Assert.Equal("Bản của cán bộ.", await officer.Page.GetByLabel(Narrative).InputValueAsync());

                if (choice == "Lưu bản ghép")
                {
                    await box.GetByRole(AriaRole.Button, new() { Name = "Ghép hai bản" }).ClickAsync();
                }

                await head.NoBarrierAsync("Two texts in one field");
                await box.GetByRole(AriaRole.Button, new() { Name = choice }).ClickAsync();
                await Assertions.Expect(head.Page.GetByLabel(Narrative)).ToHaveValueAsync(expected);
                await head.Page.Locator("[data-save][data-state=saved]").WaitForAsync();
                await Assertions.Expect(officer.Page.GetByLabel(Narrative)).ToHaveValueAsync(expected);
                if (expected == "Bản của cán bộ.")
                {
                    await Assertions.Expect(officer.Page.Locator(".conflict:visible")).ToHaveCountAsync(0);
                    return;
                }

                await Assertions.Expect(officer.Page.GetByText("Thủ trưởng (mẫu) đã thay nội dung của anh/chị ở ô này lúc")).ToBeVisibleAsync();
                await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Lấy lại bản của tôi" }).ClickAsync();
                await Assertions.Expect(head.Page.GetByLabel(Narrative)).ToHaveValueAsync("Bản của cán bộ.");
            }
        }
    }

    [Fact]
    public async Task A_script_that_writes_over_the_other_without_asking_is_caught()
    {
        var (officer, head) = await OpenAsync("21106", mutant: true);
        await using (officer)
        {
            await using (head)
            {
                await MeetAsync(officer, head);
                await Assertions.Expect(officer.Page.GetByLabel(Narrative)).ToHaveValueAsync("Bản của thủ trưởng.");
                await Assertions.Expect(head.Page.Locator(".conflict:visible")).ToHaveCountAsync(0); // what the test above waits for does not come
            }
        }
    }

    [Fact]
    public async Task A_row_taken_away_while_somebody_types_into_it_comes_back_with_the_text()
    {
        var (officer, head) = await OpenAsync("21058", item: "XA-06");
        await using (officer)
        {
            await using (head)
            {
                await officer.Page.Locator("[data-row-add]").First.ClickAsync();
                await head.Page.GetByLabel("Nội dung tập huấn, dòng 1").WaitForAsync();
                await head.Page.Context.RouteAsync("**/o", route => route.Request.Method == "PATCH" ? route.AbortAsync() : route.ContinueAsync());
                await head.Page.GetByLabel("Nội dung tập huấn, dòng 1").FillAsync("Kỹ năng sống");
                await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Xóa dòng 1" }).ClickAsync();
                await officer.Page.Locator("[data-save][data-state=saved]").WaitForAsync();
                await head.Page.Context.UnrouteAllAsync();
                await Assertions.Expect(officer.Page.GetByLabel("Nội dung tập huấn, dòng 1")).ToHaveValueAsync("Kỹ năng sống");
                await Assertions.Expect(head.Page.GetByLabel("Nội dung tập huấn, dòng 1")).ToHaveValueAsync("Kỹ năng sống");
            }
        }
    }

    private async Task<(Visitor Officer, Visitor Head)> OpenAsync(string unit, bool mutant = false, string item = "XA-01")
    {
        var portal = await browsers.PortalAsync();
        var officer = await browsers.SignedInAsync(portal.Address, $"{unit}.canbo");
        var head = await browsers.SignedInAsync(portal.Address, $"{unit}.thutruong");
        if (mutant)
        {
            await head.MutateAsync("fields", "Object.assign(f, { conflict: now, dirty: true });", "Object.assign(f, { version: now.version, dirty: true, due: 0 });");
        }

        foreach (var visitor in new[] { officer, head })
        {
            await visitor.GoAsync($"/yeu-cau/BS-2024-TREEM-HDND/don-vi/{unit}/noi-dung/{item}");
        }

        return (officer, head);
    }

    /// <summary>The head is typing when the officer's text is saved under his.</summary>
    private static async Task MeetAsync(Visitor officer, Visitor head)
    {
        await head.Page.Context.RouteAsync("**/o", route => route.Request.Method == "PATCH" ? route.AbortAsync() : route.ContinueAsync()); // his line is bad just now
        await head.Page.GetByLabel(Narrative).FillAsync("Bản của thủ trưởng.");
        await head.Page.Locator("[data-save][data-state=offline]").WaitForAsync();
        await TypeAsync(officer, Narrative, "Bản của cán bộ.");
        await head.Page.Context.UnrouteAllAsync();
    }

    private static async Task TypeAsync(Visitor visitor, string label, string text)
    {
        await visitor.Page.GetByLabel(label).FillAsync(text);
        await visitor.Page.GetByLabel(label).BlurAsync();
        await visitor.Page.Locator("[data-save][data-state=saved]").WaitForAsync();
    }
}
