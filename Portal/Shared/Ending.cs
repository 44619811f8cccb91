namespace Portal.Shared;

/// <summary>Ends a subscription by what it is told to do: for what is subscribed to by an event.</summary>
/// <param name="end">What ends it; called once per disposal.</param>
public sealed class Ending(Action end) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => end();
}
