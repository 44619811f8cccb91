using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using MimeKit.Text;

namespace Portal.Platform.Mail;

/// <summary>The line to the mail server (SMTP, RFC 5321): opened once for several mails. What is wrong with the line or the account is an exception, what is wrong with one mail is its <see cref="Delivery"/>.</summary>
public sealed class SmtpLine : IDisposable
{
    private readonly MailSettings settings;
    private readonly SmtpClient client = new();
    private readonly X509Certificate2Collection trusted = [];

    private SmtpLine(MailSettings settings)
    {
        this.settings = settings;
        client.Timeout = (int)settings.Timeout.TotalMilliseconds;
        if (settings.TrustedCertificates is { } file)
        {
            trusted.ImportFromPemFile(file);
            client.ServerCertificateValidationCallback = (_, certificate, chain, errors) => Trusts(certificate, chain, errors);
        }
    }

    /// <summary>Connects, encrypts and signs in.</summary>
    public static async Task<SmtpLine> OpenAsync(MailSettings settings, CancellationToken ct)
    {
        var line = new SmtpLine(settings);
        try
        {
            await line.client.ConnectAsync(settings.Host, settings.Port, settings.Security switch
            {
                MailSecurity.StartTls => SecureSocketOptions.StartTls,
                MailSecurity.SslOnConnect => SecureSocketOptions.SslOnConnect,
                _ => SecureSocketOptions.None,
            }, ct);
            if (settings is { User: { } user, Password: { } password })
            {
                await line.client.AuthenticateAsync(user, password, ct);
            }

            return line;
        }
        catch
        {
            line.Dispose();
            throw;
        }
    }

    /// <summary>Sends one mail.</summary>
    /// <exception cref="Exception">The line broke, or the mail server takes nothing from this account: it is the same for every mail.</exception>
    public async Task<Delivery> SendAsync(Letter letter, CancellationToken ct)
    {
        try
        {
            await client.SendAsync(Message(letter), ct);
            return new(MailFate.Taken);
        }
        catch (SmtpCommandException e) when (e.ErrorCode != SmtpErrorCode.SenderNotAccepted && client.IsConnected)
        {
            return new((int)e.StatusCode >= 500 ? MailFate.Refused : MailFate.Later, $"{(int)e.StatusCode} {e.Message}");
        }
    }

    /// <summary>Says goodbye, where there is still somebody to say it to.</summary>
    public async Task CloseAsync()
    {
        try
        {
            await client.DisconnectAsync(quit: true, CancellationToken.None);
        }
        catch (Exception e) when (e is IOException or ProtocolException or CommandException or ServiceNotConnectedException)
        {
            // every mail has its answer already
        }
    }

    /// <summary>True for an exception that means: the mail server cannot be reached, does not understand, or does not let the portal in.</summary>
    public static bool IsTrouble(Exception e) => e is IOException or System.Net.Sockets.SocketException or ProtocolException or CommandException or AuthenticationException
        or SslHandshakeException or ServiceNotConnectedException or ServiceNotAuthenticatedException or NotSupportedException or TimeoutException;

    /// <inheritdoc/>
    public void Dispose()
    {
        client.Dispose();
        foreach (var certificate in trusted)
        {
            certificate.Dispose();
        }
    }

    private MimeMessage Message(Letter letter)
    {
        var message = new MimeMessage { Subject = letter.Subject, Date = letter.At, MessageId = $"{letter.Id}@{settings.From.Domain}" };
        message.From.Add(settings.From);
        message.To.Add(MailboxAddress.Parse(letter.To));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated"); // RFC 3834: no out-of-office answers
        message.Body = new MultipartAlternative { new TextPart(TextFormat.Plain) { Text = letter.Text }, new TextPart(TextFormat.Html) { Text = letter.Html } };
        return message;
    }

    private bool Trusts(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors is SslPolicyErrors.None || certificate is null)
        {
            return errors is SslPolicyErrors.None;
        }

        if (errors is not SslPolicyErrors.RemoteCertificateChainErrors)
        {
            return false; // another name than the one that was called, or none
        }

        using var own = new X509Chain { ChainPolicy = { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck } };
        own.ChainPolicy.CustomTrustStore.AddRange(trusted);
        own.ChainPolicy.ExtraStore.AddRange(chain?.ChainElements.Select(e => e.Certificate).ToArray() ?? []);
        using var presented = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return own.Build(presented);
    }
}
