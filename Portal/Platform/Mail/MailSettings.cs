using System.Globalization;
using MimeKit;
using Portal.Platform.Options;

namespace Portal.Platform.Mail;

/// <summary>How the line to the mail server is kept secret.</summary>
public enum MailSecurity
{
    /// <summary>Plain at first, then encrypted; refused where the server does not offer it.</summary>
    StartTls,
    /// <summary>Encrypted from the first byte.</summary>
    SslOnConnect,
    /// <summary>Not at all: only for a relay on the same machine or a closed network, without a password.</summary>
    None,
}

/// <summary>The mail server, read and checked once at start.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">1 to 65535; usually 587 for StartTls, 465 for SslOnConnect, 25 for None.</param>
/// <param name="Security">How the line is kept secret.</param>
/// <param name="From">What stands as sender.</param>
/// <param name="PublicUrl">What links in mails begin with.</param>
public sealed record MailSettings(string Host, int Port, MailSecurity Security, MailboxAddress From, Uri PublicUrl)
{
    /// <summary>The account on the mail server; null: none is needed.</summary>
    public string? User { get; init; }

    /// <summary>Its password.</summary>
    public string? Password { get; init; }

    /// <summary>A file with certificates (PEM) that are trusted besides the machine's own: a mail server of one's own often has such a one.</summary>
    public string? TrustedCertificates { get; init; }

    /// <summary>How long one step of the conversation may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>An address of the portal, in full.</summary>
    public string Link(string path) => new Uri(PublicUrl, path).AbsoluteUri;

    /// <summary>Reads <c>Mail:Host, Port, Security, User, Password, From, PublicUrl, TrustedCertificates</c>.</summary>
    /// <returns>Null when <c>Mail:Host</c> is blank: no e-mail is sent, the inbox goes on.</returns>
    /// <exception cref="StartRefusedException">A setting is missing or contradicts another; the message says which.</exception>
    public static MailSettings? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Mail");
        string? Text(string name) => string.IsNullOrWhiteSpace(section[name]) ? null : section[name]!.Trim();
        if (Text("Host") is not { } host)
        {
            return null;
        }

        var security = Text("Security") is not { } named ? MailSecurity.StartTls
            : Enum.TryParse<MailSecurity>(named, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known
            : throw new StartRefusedException($"Mail:Security is '{named}'; it must be StartTls, SslOnConnect or None.");
        var usual = security switch { MailSecurity.StartTls => 587, MailSecurity.SslOnConnect => 465, _ => 25 };
        var port = Text("Port") is not { } number ? usual
            : int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var p) && p is > 0 and <= 65535 ? p
            : throw new StartRefusedException($"Mail:Port is '{number}'; it must be a number from 1 to 65535.");
        if (!MailboxAddress.TryParse(Text("From") ?? "", out var from))
        {
            throw new StartRefusedException("Mail:From is missing or no address. Write for example: Mail:From = \"Cong bao cao <baocao@example.gov.vn>\", or leave Mail:Host blank to send no e-mail.");
        }

        if (!Uri.TryCreate(Text("PublicUrl"), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            throw new StartRefusedException("Mail:PublicUrl is missing or no address. It is what links in mails begin with, for example https://baocao.example.gov.vn.");
        }

        var (user, password, trusted) = (Text("User"), section["Password"], Text("TrustedCertificates"));
        if (user is null != string.IsNullOrEmpty(password))
        {
            throw new StartRefusedException("Mail:User and Mail:Password belong together: give both, or neither where the mail server asks for none.");
        }

        if (user is not null && security == MailSecurity.None)
        {
            throw new StartRefusedException("Mail:Security is None, but Mail:User is set: the password would travel in the clear. Use StartTls or SslOnConnect.");
        }

        if (trusted is not null && !File.Exists(trusted))
        {
            throw new StartRefusedException($"Mail:TrustedCertificates names '{trusted}', which is not there.");
        }

        return new(host, port, security, from, url) { User = user, Password = user is null ? null : password, TrustedCertificates = trusted };
    }
}
