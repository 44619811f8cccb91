namespace Portal.Shared;

/// <summary>One step of the way to a page.</summary>
/// <param name="Text">Its name.</param>
/// <param name="Href">Where it leads; null for the page itself.</param>
public sealed record CrumbStep(string Text, string? Href = null);
