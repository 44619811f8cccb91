namespace Portal.Domain.Submissions;

/// <summary>That a coordinator is entering a paper report for a unit.</summary>
/// <param name="By">Who.</param>
/// <param name="Name">His name.</param>
/// <param name="Since">Since when.</param>
public sealed record EntryUnderWay(int By, string Name, DateTimeOffset Since);
