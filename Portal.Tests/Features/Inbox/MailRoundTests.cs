using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Portal.Domain.Notices;
using Portal.Domain.Submissions;
using Portal.Features.Inbox;
using Portal.Features.MailDesk;
using Portal.Features.Profile;
using Portal.Platform.Mail;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Inbox;

/// <summary>E-mail against a real mail server: what leaves, what waits, what is given up.</summary>
[Trait("Engine", "both")]
public sealed class MailRoundTests
{
    private const string Head = "21046.thutruong";
    private const string Address = "thu.truong@example.gov.vn";

    [Fact]
    public async Task A_notice_arrives_encrypted_and_signed_in_with_its_Vietnamese_subject()
    {
        await using var server = await MailServer.StartedAsync();
        await using var portal = await TestPortal.CreateAsync(server.Settings);
        await WishAsync(portal, Head, Address);
        await portal.BringAsync("21046", ItemState.WithHead);
        Assert.True(await RoundAsync(portal));

        var taken = Assert.Single(server.Taken);
        Assert.Equal((true, MailServer.User, Address), (taken.Encrypted, taken.User, taken.To));
        Assert.Equal("[Cổng báo cáo] Báo cáo của UBND xã Bình Thạnh đã trình, chờ thủ trưởng duyệt", taken.Message.Subject);
        Assert.Equal("Cổng báo cáo", Assert.Single(taken.Message.From).Name);
        Assert.DoesNotContain(taken.Message.Headers.Single(h => h.Id == HeaderId.Subject).RawValue, b => b > 127); // encoded, RFC 2047
        Assert.Equal("auto-generated", taken.Message.Headers[HeaderId.AutoSubmitted]);
        foreach (var body in new[] { taken.Message.TextBody, taken.Message.HtmlBody })
        {
            Assert.Contains("XA-01", body, StringComparison.Ordinal);
            Assert.Contains("trước 10 giờ, thứ Tư 03/7/2024", body, StringComparison.Ordinal);
            Assert.Contains("https://baocao.example.gov.vn/yeu-cau/BS-2024-TREEM-HDND/don-vi/21046/duyet", body, StringComparison.Ordinal);
            Assert.DoesNotContain(TestPortal.NothingHappened, body, StringComparison.Ordinal); // no answers
            Assert.DoesNotContain("Cán bộ", body, StringComparison.Ordinal); // no persons
        }

        await using var db = portal.Open();
        var row = await db.Outbox.SingleAsync();
        Assert.Equal((portal.Clock.Now.Date, 1, $"{row.Key:N}@example.gov.vn"), (row.SentAt!.Value.Date, row.Attempts, taken.Message.MessageId));
    }

    [Fact]
    public async Task A_wrong_password_keeps_everything_and_the_administrator_reads_why()
    {
        await using var server = await MailServer.StartedAsync();
        await using var portal = await TestPortal.CreateAsync(server.Settings with { Password = "sai-mat-khau" });
        await WishAsync(portal, Head, Address);
        await portal.BringAsync("21046", ItemState.WithHead);
        Assert.False(await RoundAsync(portal));
        Assert.Empty(server.Taken);
        var state = await StateAsync(portal);
        Assert.Equal((1, 1, 0), (state.Waiting, state.Due, state.Refused.Count));
        Assert.Equal(portal.Clock.Now.Date, state.Trouble!.Since.Date);
        Assert.Contains("535", state.Trouble.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_with_a_certificate_that_nobody_vouches_for_gets_no_password()
    {
        await using var server = await MailServer.StartedAsync();
        await using var portal = await TestPortal.CreateAsync(server.Settings with { TrustedCertificates = null });
        await WishAsync(portal, Head, Address);
        await portal.BringAsync("21046", ItemState.WithHead);
        Assert.False(await RoundAsync(portal));
        Assert.Empty(server.Taken);
    }

    [Fact]
    public async Task A_server_that_is_down_is_told_and_what_waits_goes_when_it_is_up()
    {
        await using var server = await MailServer.PrepareAsync();
        await using var portal = await TestPortal.CreateAsync(server.Settings);
        await WishAsync(portal, Head, Address);
        await portal.BringAsync("21046", ItemState.WithHead);
        Assert.False(await RoundAsync(portal));
        Assert.False(await RoundAsync(portal));
        var since = (await StateAsync(portal)).Trouble!.Since;
        Assert.True(since <= portal.Clock.Now);

        await server.StartAsync();
        Assert.True(await RoundAsync(portal));
        Assert.Single(server.Taken);
        var state = await StateAsync(portal);
        Assert.Equal((0, 1), (state.Waiting, state.Sent));
        Assert.Null(state.Trouble);
    }

    [Fact]
    public async Task A_server_killed_in_the_middle_of_a_mail_gets_it_again()
    {
        await using var server = await MailServer.StartedAsync();
        await using var portal = await TestPortal.CreateAsync(server.Settings);
        await WishAsync(portal, Head, Address);
        await portal.BringAsync("21046", ItemState.WithHead);
        await server.DieWithEachMailAsync();
        Assert.False(await RoundAsync(portal));
        Assert.Empty(server.Taken);
        server.Recover();
        Assert.True(await RoundAsync(portal));
        Assert.Single(server.Taken);
    }

    [Fact]
    public async Task A_refused_recipient_is_marked_and_the_others_get_theirs()
    {
        await using var server = await MailServer.StartedAsync();
        await using var portal = await TestPortal.CreateAsync(server.Settings);
        await WishAsync(portal, "21046.canbo", MailServer.Refused);
        await WishAsync(portal, "21049.canbo", MailServer.Later);
        await WishAsync(portal, "21049.thutruong", Address);
        await portal.MustAsync(TestPortal.Coordinator, "21046", Portal.Domain.People.Permission.Urge, (s, act, _) => s.Urge(act, "Đề nghị gửi sớm.").Problem);
        await portal.MustAsync(TestPortal.Coordinator, "21049", Portal.Domain.People.Permission.Urge, (s, act, _) => s.Urge(act, "Đề nghị gửi sớm.").Problem);
        Assert.True(await RoundAsync(portal));
        Assert.Equal(Address, Assert.Single(server.Taken).To);
        var state = await StateAsync(portal);
        var refused = Assert.Single(state.Refused);
        Assert.Equal(MailServer.Refused, refused.Address);
        Assert.Contains("550", refused.Error, StringComparison.Ordinal);
        Assert.Equal((1, 0), (state.Waiting, state.Due)); // who asked to come back later is asked again later
        Assert.Contains("451", state.PutOff, StringComparison.Ordinal);
        Assert.Null(state.Trouble);

        Assert.Null(await portal.As("quantri").Get<RetryMail>().RunAsync(Guid.NewGuid()));
        Assert.Equal(1, (await StateAsync(portal)).Due);
    }

    [Fact]
    public async Task Two_senders_send_each_mail_once()
    {
        await using var server = await MailServer.StartedAsync();
        await using var portal = await TestPortal.CreateAsync(server.Settings);
        await WishAsync(portal, Head, Address);
        for (var k = 0; k < 12; k++)
        {
            await portal.MustAsync(TestPortal.Coordinator, "21046", Portal.Domain.People.Permission.Urge, (s, act, _) => s.Urge(act, "Đề nghị gửi sớm.").Problem);
        }

        Assert.All(await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => RoundAsync(portal)))), Assert.True);
        Assert.Equal(12, server.Taken.Select(t => t.Message.MessageId).Distinct().Count());
        Assert.Equal(12, server.Taken.Count);
    }

    [Fact]
    public async Task What_a_dead_sender_had_in_hand_is_taken_over_and_a_resend_is_recognised()
    {
        await using var server = await MailServer.StartedAsync();
        await using var portal = await TestPortal.CreateAsync(server.Settings);
        await WishAsync(portal, Head, Address);
        await portal.BringAsync("21046", ItemState.WithHead);

        var claimed = (await Outbox(portal).ClaimAsync())!;
        var letter = await portal.Services.GetRequiredService<NoticeMail>().WriteAsync(claimed, server.Settings);
        using (var line = await SmtpLine.OpenAsync(server.Settings, CancellationToken.None))
        {
            Assert.Equal(MailFate.Taken, (await line.SendAsync(letter!, CancellationToken.None)).Fate);
        } // and here that sender dies: the server has it, the row does not say so

        Assert.True(await RoundAsync(portal));
        Assert.Single(server.Taken); // its lease still holds
        await using (var db = portal.Open())
        {
            await db.Outbox.ExecuteUpdateAsync(s => s.SetProperty(m => m.ClaimedUntil, portal.Clock.DiskNow.AddSeconds(-1)));
        }

        Assert.True(await RoundAsync(portal));
        Assert.Equal(2, server.Taken.Count); // at least once, and the copy can be told by its id
        Assert.Single(server.Taken.Select(t => t.Message.MessageId).Distinct());
        Assert.True(await RoundAsync(portal));
        Assert.Equal(2, server.Taken.Count);
    }

    [Fact]
    public async Task The_morning_gathers_what_was_told_the_day_before()
    {
        await using var server = await MailServer.StartedAsync();
        await using var portal = await TestPortal.CreateAsync(server.Settings);
        await WishAsync(portal, Head, Address, MailWay.Morning);
        await portal.BringAsync("21046", ItemState.WithHead);
        await portal.CommentAsync(TestPortal.Coordinator, "21046", "XA-01", "Số liệu này tính đến ngày nào?");
        Assert.True(await RoundAsync(portal));
        Assert.Empty(server.Taken);
        portal.Clock.MoveTo(new DateTimeOffset(2024, 7, 2, 7, 0, 0, TimeSpan.FromHours(7)));
        Assert.True(await RoundAsync(portal));
        var message = Assert.Single(server.Taken).Message;
        Assert.Equal("[Cổng báo cáo] Thông báo buổi sáng 02/7/2024: 2 việc", message.Subject);
        Assert.DoesNotContain("tính đến ngày nào", message.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_no_longer_acts_gets_nothing_any_more()
    {
        await using var server = await MailServer.StartedAsync();
        await using var portal = await TestPortal.CreateAsync(server.Settings);
        await WishAsync(portal, Head, Address);
        await portal.BringAsync("21046", ItemState.WithHead);
        var id = portal.As(Head).PersonId;
        await using (var db = portal.Open())
        {
            var person = await db.People.Include(p => p.Roles).SingleAsync(p => p.Id == id);
            person.Disable(portal.Clock.Now);
            await db.SaveChangesAsync();
        }

        Assert.True(await RoundAsync(portal));
        Assert.Empty(server.Taken);
        Assert.Single((await StateAsync(portal)).Refused);
    }

    [Fact]
    public async Task What_is_refused_leaves_nothing_in_the_outbox()
    {
        await using var server = await MailServer.PrepareAsync();
        await using var portal = await TestPortal.CreateAsync(server.Settings);
        await WishAsync(portal, Head, Address);
        Assert.NotNull(await portal.DoAsync("21046.canbo", "21046", Portal.Domain.People.Permission.SendUp, (s, act, forms) => s.SendUp(act, forms, null)));
        await using var db = portal.Open();
        Assert.Equal(0, await db.Outbox.CountAsync());
    }

    private static MailRound New(TestPortal portal) => ActivatorUtilities.CreateInstance<MailRound>(portal.Services);

    private static async Task<bool> RoundAsync(TestPortal portal)
    {
        using var round = New(portal);
        return await round.RoundAsync();
    }

    private static Outbox Outbox(TestPortal portal) => portal.Services.GetRequiredService<Outbox>();

    private static async Task<MailStateModel> StateAsync(TestPortal portal) => (await portal.As("quantri").Get<MailState>().RunAsync()).Value!;

    private static async Task WishAsync(TestPortal portal, string person, string address, MailWay? all = null) =>
        Assert.Null(await portal.As(person).Get<SaveOwnSettings>().RunAsync(address, all is { } way ? NoticeGroups.All.ToDictionary(g => g, _ => way) : new Dictionary<NoticeGroup, MailWay>(), Guid.NewGuid()));
}
