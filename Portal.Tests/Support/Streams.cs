namespace Portal.Tests.Support;

/// <summary>A stream that cannot say how long it is.</summary>
internal sealed class Unmeasured(byte[] bytes) : MemoryStream(bytes)
{
    public override bool CanSeek => false;
}

/// <summary>A stream that gives its bytes and then nothing, neither more nor an end, until it is released: a line that hangs.</summary>
internal sealed class StuckStream(byte[] bytes) : MemoryStream(bytes)
{
    private readonly TaskCompletionSource stuck = new(TaskCreationOptions.RunContinuationsAsynchronously), released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when all bytes were taken.</summary>
    public Task Stuck => stuck.Task;

    public override bool CanSeek => false;

    /// <summary>Lets it end.</summary>
    public void Release() => released.TrySetResult();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await base.ReadAsync(buffer, cancellationToken);
        if (read == 0)
        {
            stuck.TrySetResult();
            await released.Task.WaitAsync(cancellationToken);
        }

        return read;
    }

    protected override void Dispose(bool disposing)
    {
        Release();
        base.Dispose(disposing);
    }
}
