using Microsoft.Extensions.Configuration;
using Portal.Platform.Mail;
using Portal.Platform.Options;

namespace Portal.Tests.Platform.Mail;

/// <summary>The mail server's settings: off, right, and each wrong one with a sentence that names it.</summary>
public sealed class MailSettingsTests
{
    [Fact]
    public void Without_a_host_no_mail_is_sent_whatever_else_stands_there() => Assert.Null(Read("Mail:Host=", "Mail:Port=x"));

    [Fact]
    public void The_usual_port_follows_from_the_security()
    {
        Assert.Equal((587, MailSecurity.StartTls), (Read(Right)!.Port, Read(Right)!.Security));
        Assert.Equal(465, Read([.. Right, "Mail:Security=sslonconnect"])!.Port);
        Assert.Equal(25, Read([.. Right, "Mail:Security=None"])!.Port);
        Assert.Equal(2525, Read([.. Right, "Mail:Port=2525"])!.Port);
    }

    [Theory]
    [InlineData("Mail:Security=Ssl", "Mail:Security")]
    [InlineData("Mail:Port=0", "Mail:Port")]
    [InlineData("Mail:Port=65536", "Mail:Port")]
    [InlineData("Mail:From=", "Mail:From")]
    [InlineData("Mail:PublicUrl=", "Mail:PublicUrl")]
    [InlineData("Mail:PublicUrl=ftp://a", "Mail:PublicUrl")]
    [InlineData("Mail:User=cong", "Mail:Password")]
    [InlineData("Mail:Password=bi-mat", "Mail:User")]
    [InlineData("Mail:TrustedCertificates=/khong/co.pem", "Mail:TrustedCertificates")]
    public void A_wrong_setting_stops_the_start_and_is_named(string wrong, string named) =>
        Assert.Contains(named, Assert.Throws<StartRefusedException>(() => Read([.. Right, wrong])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_password_never_travels_in_the_clear() =>
        Assert.Throws<StartRefusedException>(() => Read([.. Right, "Mail:Security=None", "Mail:User=cong", "Mail:Password=bi-mat"]));

    private static readonly string[] Right = ["Mail:Host=mail.example.gov.vn", "Mail:From=Cong bao cao <baocao@example.gov.vn>", "Mail:PublicUrl=https://baocao.example.gov.vn"];

    private static MailSettings? Read(params string[] settings) => MailSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s => s.Split('=', 2)).GroupBy(s => s[0]).Select(g => KeyValuePair.Create(g.Key, (string?)g.Last()[1]))).Build());
}
