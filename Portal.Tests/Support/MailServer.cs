using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using MimeKit;
using Portal.Platform.Mail;

namespace Portal.Tests.Support;

/// <summary>A mail as the server took it.</summary>
/// <param name="Message">Header and body.</param>
/// <param name="To">The envelope's recipient.</param>
/// <param name="Encrypted">It came over TLS.</param>
/// <param name="User">Who signed in.</param>
internal sealed record TakenMail(MimeMessage Message, string To, bool Encrypted, string? User);

/// <summary>A real exim of the test's own on loopback: STARTTLS with a certificate made for it, AUTH PLAIN only once encrypted, nothing for who did not sign in.
/// What it takes it keeps in its spool and delivers nowhere. Ended by its id.</summary>
internal sealed partial class MailServer : IAsyncDisposable
{
    /// <summary>Who may sign in.</summary>
    public const string User = "cong-bao-cao";

    /// <summary>With which password.</summary>
    public const string Password = "mat-khau-thu-2024";

    /// <summary>An address that it refuses for good (550).</summary>
    public const string Refused = "khong-co@example.gov.vn";

    /// <summary>An address for which it is to be asked again later (451).</summary>
    public const string Later = "de-sau@example.gov.vn";

    private const string Program = "/usr/sbin/exim4";

    private readonly string folder = Directory.CreateTempSubdirectory("exim").FullName;
    private readonly int port = FreePort();
    private Process? process;

    private MailServer() { }

    /// <summary>How the portal reaches it.</summary>
    public MailSettings Settings => new("127.0.0.1", port, MailSecurity.StartTls, new MailboxAddress("Cổng báo cáo", "baocao@example.gov.vn"), new Uri("https://baocao.example.gov.vn"))
    {
        User = User,
        Password = Password,
        TrustedCertificates = In("cert.pem"),
        Timeout = TimeSpan.FromSeconds(20),
    };

    /// <summary>Everything it took, in no order.</summary>
    public IReadOnlyList<TakenMail> Taken => Directory.Exists(In("spool/input")) ? [.. Directory.EnumerateFiles(In("spool/input"), "*-H").Select(Read)] : [];

    /// <summary>Makes one that does not run yet.</summary>
    public static async Task<MailServer> PrepareAsync()
    {
        var server = new MailServer();
        Directory.CreateDirectory(server.In("spool"));
        await server.CertifyAsync();
        await File.WriteAllTextAsync(server.In("exim.conf"), """
            primary_hostname = mail.example.gov.vn
            spool_directory = @FOLDER/spool
            log_file_path = @FOLDER/spool/%slog
            pid_file_path = @FOLDER/spool/exim.pid
            daemon_smtp_ports = @PORT
            local_interfaces = 127.0.0.1
            keep_environment =
            never_users =
            queue_only = true
            host_lookup =
            rfc1413_query_timeout = 0s
            tls_advertise_hosts = *
            tls_certificate = @FOLDER/cert.pem
            tls_privatekey = @FOLDER/key.pem
            auth_advertise_hosts = ${if eq{$tls_in_cipher}{}{}{*}}
            acl_smtp_rcpt = rcpt
            acl_smtp_data = data
            begin acl
            rcpt:
              deny local_parts = khong-co
                   message = no such mailbox
              defer local_parts = de-sau
                   message = come back later
              accept authenticated = *
              deny message = sign in first
            data:
              warn condition = ${if exists{@FOLDER/die.sh}{yes}{no}}
                   set acl_m0 = ${run{@FOLDER/die.sh}{1}{1}}
              accept
            begin authenticators
            plain:
              driver = plaintext
              public_name = PLAIN
              server_prompts = :
              server_condition = ${if and{{eq{$auth2}{@USER}}{eq{$auth3}{@PASSWORD}}}}
              server_set_id = $auth2

            """.Replace("@FOLDER", server.folder).Replace("@PORT", server.port.ToString(CultureInfo.InvariantCulture)).Replace("@USER", User).Replace("@PASSWORD", Password));
        return server;
    }

    /// <summary>Makes one and starts it.</summary>
    public static async Task<MailServer> StartedAsync()
    {
        var server = await PrepareAsync();
        await server.StartAsync();
        return server;
    }

    /// <summary>Starts it and waits until it says that it listens.</summary>
    public async Task StartAsync()
    {
        List<string> command = [Program, "-C", In("exim.conf"), "-bdf", "-v"];
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", "-R", "Debian-exim:Debian-exim", folder); // exim is not to be root in a test; it lets only its own user start it
            command = ["setpriv", "--reuid=Debian-exim", "--regid=Debian-exim", "--clear-groups", .. command];
        }

        process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new StringBuilder();
        void Heard(string? line)
        {
            lock (said)
            {
                said.AppendLine(line);
            }

            if (line?.Contains("listening for SMTP", StringComparison.Ordinal) == true)
            {
                started.TrySetResult();
            }
        }

        process.OutputDataReceived += (_, e) => Heard(e.Data);
        process.ErrorDataReceived += (_, e) => Heard(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (await Task.WhenAny(started.Task, process.WaitForExitAsync()) != started.Task)
        {
            throw new InvalidOperationException($"exim did not start: {said}");
        }
    }

    /// <summary>From now on it dies, as if killed, with each mail whose text it has just received and not yet answered.</summary>
    public async Task DieWithEachMailAsync()
    {
        await File.WriteAllTextAsync(In("die.sh"), "#!/bin/sh\nkill -9 $PPID\n");
        await RunAsync("chmod", "755", In("die.sh"));
    }

    /// <summary>It is well again.</summary>
    public void Recover() => File.Delete(In("die.sh"));

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await KillAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    private string In(string name) => Path.Combine(folder, name);

    private async Task CertifyAsync()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=mail.example.gov.vn", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        await File.WriteAllTextAsync(In("cert.pem"), certificate.ExportCertificatePem() + "\n");
        await File.WriteAllTextAsync(In("key.pem"), key.ExportPkcs8PrivateKeyPem() + "\n");
    }

    // The spool's own format: envelope and facts, a blank line, then each header with its length and a flag before it; the body lies beside it after one line.
    private static TakenMail Read(string file)
    {
        var spooled = File.ReadAllText(file, Encoding.Latin1);
        var facts = spooled[..spooled.IndexOf("\n\n", StringComparison.Ordinal)];
        var rest = spooled[(facts.Length + 2)..];
        var mail = new StringBuilder();
        while (HeaderLength().Match(rest) is { Success: true } length)
        {
            var size = int.Parse(length.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            mail.Append(rest.AsSpan(length.Length, size));
            rest = rest[(length.Length + size)..];
        }

        var body = File.ReadAllText(file[..^1] + "D", Encoding.Latin1);
        mail.Append('\n').Append(body.AsSpan(body.IndexOf('\n', StringComparison.Ordinal) + 1));
        return new(MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(mail.ToString()))), facts[(facts.LastIndexOf('\n') + 1)..],
            facts.Contains("-tls_cipher TLS", StringComparison.Ordinal), UserLine().Match(facts) is { Success: true } user ? user.Groups[1].Value : null);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var run = Process.Start(program, arguments);
        await run.WaitForExitAsync();
        Assert.Equal(0, run.ExitCode);
    }

    [GeneratedRegex(@"\A(\d{3,})[A-Z* ] ")]
    private static partial Regex HeaderLength();

    [GeneratedRegex("^--auth_id (.+)$", RegexOptions.Multiline)]
    private static partial Regex UserLine();
}
