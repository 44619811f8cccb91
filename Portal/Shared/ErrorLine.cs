namespace Portal.Shared;

/// <summary>One thing to put right.</summary>
/// <param name="Text">The same words as at the field.</param>
/// <param name="Href">The field, as <c>#id</c>, or the page it stands on.</param>
public sealed record ErrorLine(string Text, string Href);
