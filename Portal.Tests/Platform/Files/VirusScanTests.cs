using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Domain;
using Portal.Platform.Files;
using Portal.Platform.Options;
using Portal.Tests.CommandLine;
using Portal.Tests.Support;

namespace Portal.Tests.Platform.Files;

/// <summary>Against the real clamd, with a signature of our own.</summary>
public sealed class VirusScanTests(VirusScanTests.Running running) : IClassFixture<VirusScanTests.Running>
{
    [Fact]
    public async Task Clean_file_passes()
    {
        Assert.Null(await CheckAsync(Made.Pdf(1_500_000)));
        Assert.Null(await CheckAsync([]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(64 * 1024 - 7)]
    [InlineData(2_000_000)]
    public async Task Found_signature_refuses_the_file_wherever_it_stands_and_is_named(int at)
    {
        var problem = await CheckAsync(Infected(at));

        Assert.Equal((ProblemKind.Invalid, nameof(Problems.FileInfected)), (problem!.Kind, problem.Code));
        Assert.Contains($"“ke-hoach.pdf” có mã độc ({Clamd.Signature})", problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signature_inside_a_zipped_office_file_is_found()
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var part = zip.CreateEntry("word/media/image1.bin", CompressionLevel.SmallestSize).Open();
            await part.WriteAsync(Infected(3000), TestContext.Current.CancellationToken);
        }

        Assert.Equal(nameof(Problems.FileInfected), (await CheckAsync(file.ToArray()))?.Code);
    }

    [Fact]
    public async Task Many_files_at_once_get_each_its_own_answer()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => CheckAsync(i % 3 == 0 ? Infected(i * 1000) : Made.Pdf(i * 1000))));

        Assert.All(answers.Select((answer, i) => (answer, i)), a => Assert.Equal(a.i % 3 == 0 ? nameof(Problems.FileInfected) : null, a.answer?.Code));
    }

    [Fact]
    public async Task Same_answers_over_tcp()
    {
        var port = FreePort();
        await using var clamd = await Clamd.StartAsync(port);
        var scan = new VirusScan(ScannerAddress.Read($"tcp://127.0.0.1:{port}"), NullLogger<VirusScan>.Instance);

        Assert.Null(await CheckAsync(Made.Pdf(), scan));
        Assert.Equal(nameof(Problems.FileInfected), (await CheckAsync(Infected(200_000), scan))?.Code);
        RefusedAsUnchecked(await CheckAsync(new byte[Clamd.StreamMax + 1], scan));
    }

    [Fact]
    public async Task Dead_daemon_lets_nothing_through()
    {
        await using var clamd = await Clamd.StartAsync();
        var scan = new VirusScan(clamd.Address, NullLogger<VirusScan>.Instance);
        Assert.Null(await CheckAsync(Made.Pdf(), scan));

        await clamd.KillAsync();

        RefusedAsUnchecked(await CheckAsync(Made.Pdf(), scan));
    }

    [Fact]
    public async Task Daemon_killed_in_the_middle_of_a_file_lets_it_not_through()
    {
        await using var clamd = await Clamd.StartAsync();
        var scan = new VirusScan(clamd.Address, NullLogger<VirusScan>.Instance);

        var problem = await scan.CheckAsync(new Interrupted(Made.Pdf(1_000_000), 500_000, clamd.KillAsync), "ke-hoach.pdf", TestContext.Current.CancellationToken);

        RefusedAsUnchecked(problem);
    }

    [Theory]
    [InlineData(Clamd.StreamMax + 1)]
    [InlineData(Clamd.FileMax + 1)]
    public async Task File_longer_than_the_daemon_looks_at_lets_it_not_through(int length)
    {
        RefusedAsUnchecked(await CheckAsync(new byte[length]));
        Assert.Null(await CheckAsync(Made.Pdf()));
    }

    [Fact]
    public async Task Daemon_that_does_not_answer_is_waited_for_only_so_long()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var address = new ScannerAddress(null, "127.0.0.1", ((IPEndPoint)silent.LocalEndpoint).Port);
        var scan = new VirusScan(address, NullLogger<VirusScan>.Instance) { Patience = TimeSpan.FromMilliseconds(50) };

        RefusedAsUnchecked(await CheckAsync(Made.Pdf(), scan));
    }

    [Theory]
    [InlineData("stream: OK")] // without the null byte: perhaps cut short
    [InlineData("")]
    [InlineData("UNKNOWN COMMAND\0")]
    [InlineData("stream: Can't allocate memory ERROR\0")]
    [InlineData("stream: OK FOUND OK\0")]
    public async Task Any_other_answer_lets_nothing_through(string answer)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var answering = AnswerAsync(other, answer);

        RefusedAsUnchecked(await CheckAsync([1, 2, 3], new VirusScan(new(null, "127.0.0.1", ((IPEndPoint)other.LocalEndpoint).Port), NullLogger<VirusScan>.Instance)));
        await answering;
    }

    [Fact]
    public async Task Persons_own_cancellation_is_no_answer()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.Scan.CheckAsync(new MemoryStream(Made.Pdf()), "a.pdf", gone.Token));
    }

    [Fact]
    public async Task File_is_read_in_pieces_and_never_held()
    {
        var file = new Interrupted(new byte[Clamd.FileMax], int.MaxValue, () => Task.CompletedTask);

        Assert.Null(await running.Scan.CheckAsync(file, "a.pdf", TestContext.Current.CancellationToken));

        Assert.InRange(file.LargestRead, 1, 64 * 1024);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Blank_setting_switches_it_off(string? setting)
    {
        var scan = new VirusScan(ScannerAddress.Read(setting), NullLogger<VirusScan>.Instance);

        Assert.False(scan.On);
        Assert.Null(await CheckAsync(Infected(0), scan));
    }

    [Fact]
    public void Settings_name_a_socket_or_a_port()
    {
        Assert.Equal(new ScannerAddress("/run/clamav/clamd.ctl"), ScannerAddress.Read("unix:///run/clamav/clamd.ctl"));
        Assert.Equal(new ScannerAddress("/run/a b"), ScannerAddress.Read("unix:///run/a%20b"));
        Assert.Equal(new ScannerAddress(null, "127.0.0.1", 3310), ScannerAddress.Read(" tcp://127.0.0.1:3310 "));
        Assert.Equal(new ScannerAddress(null, "quet-virus", 3310), ScannerAddress.Read("tcp://quet-virus:3310/"));
    }

    [Theory]
    [InlineData("clamd")]
    [InlineData("/run/clamav/clamd.ctl")]
    [InlineData("127.0.0.1:3310")]
    [InlineData("tcp://127.0.0.1")]
    [InlineData("tcp://127.0.0.1:0")]
    [InlineData("tcp://127.0.0.1:3310/x")]
    [InlineData("tcp://:3310")]
    [InlineData("unix://clamd.ctl")]
    [InlineData("unix://")]
    [InlineData("http://127.0.0.1:3310")]
    public void Any_other_setting_is_refused_with_a_sentence(string setting)
    {
        var refused = Assert.Throws<StartRefusedException>(() => ScannerAddress.Read(setting));

        Assert.Contains($"Evidence:Scanner is '{setting}'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_setting_stops_the_start_with_a_sentence()
    {
        var answered = await PortalCommand.RunAsync(PortalCommand.Built, new Dictionary<string, string?> { ["Evidence__Scanner"] = "clamd:3310", ["urls"] = "http://127.0.0.1:0" }, "");

        Assert.Equal(1, answered.Code);
        Assert.StartsWith("Evidence:Scanner is 'clamd:3310'.", answered.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answered.Errors, StringComparison.Ordinal);
    }

    private static void RefusedAsUnchecked(Problem? problem)
    {
        Assert.Equal((ProblemKind.Unavailable, nameof(Problems.FileNotScanned)), (problem!.Kind, problem.Code));
        Assert.StartsWith("Chưa kiểm tra được vi-rút trong tệp “ke-hoach.pdf”", problem.Text, StringComparison.Ordinal);
    }

    private Task<Problem?> CheckAsync(byte[] file, VirusScan? scan = null) =>
        (scan ?? running.Scan).CheckAsync(new MemoryStream(file), "ke-hoach.pdf", TestContext.Current.CancellationToken);

    private static byte[] Infected(int at) => [.. new byte[at], .. Encoding.ASCII.GetBytes(Clamd.Marker), .. new byte[100]];

    private static async Task AnswerAsync(TcpListener listener, string answer)
    {
        using var client = await listener.AcceptTcpClientAsync();
        var line = client.GetStream();
        var expected = "zINSTREAM\0".Length + 4 + 3 + 4;
        await line.ReadExactlyAsync(new byte[expected]);
        await line.WriteAsync(Encoding.ASCII.GetBytes(answer));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>One clamd for the tests that do not kill it.</summary>
    public sealed class Running : IAsyncLifetime
    {
        private Clamd? clamd;

        internal VirusScan Scan { get; private set; } = null!;

        /// <inheritdoc/>
        public async ValueTask InitializeAsync()
        {
            clamd = await Clamd.StartAsync();
            Scan = new(clamd.Address, NullLogger<VirusScan>.Instance);
        }

        /// <inheritdoc/>
        public ValueTask DisposeAsync() => clamd?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    /// <summary>A file during whose reading something happens.</summary>
    private sealed class Interrupted(byte[] bytes, int at, Func<Task> happens) : MemoryStream(bytes)
    {
        private bool happened;

        public int LargestRead { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position >= at && !happened)
            {
                happened = true;
                await happens();
            }

            var read = await base.ReadAsync(buffer, cancellationToken);
            LargestRead = Math.Max(LargestRead, read);
            return read;
        }
    }
}
