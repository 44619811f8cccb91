namespace Portal.Tests.Support;

/// <summary>A clock that a test moves.</summary>
internal sealed class MovableTime : TimeProvider
{
    private TimeSpan ahead;

    /// <summary>Moves it on.</summary>
    public void Advance(TimeSpan by) => ahead += by;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
