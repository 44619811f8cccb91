using Portal.Domain.Privacy;

namespace Portal.Shared.Fields;

/// <summary>A passage that looks like personal data, with the way to its field.</summary>
/// <param name="Href">Where the field is.</param>
/// <param name="Item">Which item, for people.</param>
/// <param name="Passage">The passage.</param>
public sealed record SuspectLine(string Href, string Item, SuspectPassage Passage);
