using Portal.Domain.Submissions;

namespace Portal.Features.Review;

/// <summary>What the reviewer presses on a document.</summary>
public sealed record DocumentVerdict(int DocumentId, LinkDecision Decision, string? Reason);

/// <summary>What the reviewer asks of a unit: why, and until when; null when the time was left out.</summary>
/// <param name="WrongSigner">The cover alone, for somebody who may sign; the reason then only says more.</param>
public sealed record Supplement(string Reason, DateTimeOffset? Due, bool WrongSigner = false);
