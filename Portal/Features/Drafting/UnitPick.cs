namespace Portal.Features.Drafting;

/// <summary>Who is to be in a group of a draft.</summary>
/// <param name="Group">Which group.</param>
/// <param name="Units">Codes, in order.</param>
/// <param name="Unmatched">Names that stay open.</param>
public sealed record UnitPick(string Group, IReadOnlyList<string> Units, IReadOnlyList<string> Unmatched);
