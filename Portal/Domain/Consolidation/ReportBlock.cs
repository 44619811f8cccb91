using Portal.Domain.Requests;
using Portal.Domain.Submissions;

namespace Portal.Domain.Consolidation;

/// <summary>One block of a report while it is composed.</summary>
public sealed class ReportBlock
{
    /// <summary>The most characters of one block.</summary>
    public const int Longest = 60_000;

    private ReportBlock() { }

    internal ReportBlock(ReportPiece piece, Act act)
    {
        (Kind, Recipe, Text, Made) = (piece.Recipe.Kind, piece.Recipe.ToJson(), piece.Text, piece.Made?.ToJson());
        (Drafted, ChangedBy, ChangedAt, Version) = (piece.Recipe.IsMade && piece.Recipe.Kind is BlockKind.Digest, act.Actor.PersonId, act.At, 1);
    }

    /// <summary>The key.</summary>
    public int Id { get; private set; }

    /// <summary>In which report.</summary>
    public int RequestId { get; private set; }

    /// <summary>Its place.</summary>
    public int Order { get; private set; }

    /// <summary>What kind of piece.</summary>
    public BlockKind Kind { get; private set; }

    /// <summary>How it is made (JSON, see <see cref="BlockRecipe"/>).</summary>
    public string Recipe { get; private set; } = "";

    /// <summary>Its words now; of a table its caption.</summary>
    public string Text { get; private set; } = "";

    /// <summary>What was made of the sources when it was put here or updated last (JSON, see <see cref="MadeBlock"/>); null for what a person alone writes.</summary>
    public string? Made { get; private set; }

    /// <summary>Drafted by the portal, and nobody has been through it yet.</summary>
    public bool Drafted { get; private set; }

    /// <summary>Counts up with every change of it; two people who write one block meet here.</summary>
    public int Version { get; private set; }

    /// <summary>Who changed it last.</summary>
    public int ChangedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>The one-time key of the last patch, so that one sent twice is applied once.</summary>
    public Guid Key { get; private set; }

    /// <summary>As the writer of the letter needs it.</summary>
    public ReportPiece Piece => new(BlockRecipe.FromJson(Recipe), Text, Made is null ? null : MadeBlock.FromJson(Made));

    /// <summary>Puts other words into it, where the version seen still holds.</summary>
    /// <param name="act">Who and when.</param>
    /// <param name="text">The words; composed, without what no document can carry.</param>
    /// <param name="seen">The version that was seen.</param>
    /// <param name="key">One-time key of the patch.</param>
    public Problem? Write(Act act, string text, int seen, Guid key)
    {
        if (key == Key)
        {
            return null; // the same patch again
        }

        if (seen != Version)
        {
            return Problem.Stale(nameof(Problems.FieldChangedMeanwhile));
        }

        var words = FieldInput.Clean(text, keepLines: true).Trim();
        if (words.Length > Longest)
        {
            return Problem.Invalid(nameof(Problems.BlockTooLong), Longest);
        }

        (Text, Drafted, Key) = (words, false, key);
        Touch(act);
        return null;
    }

    /// <summary>Takes what the sources say now, in place of its words.</summary>
    public Problem? Update(Act act, MadeBlock made, int seen) => Change(act, seen, () => (Text, Made, Drafted) = (made.Text, made.ToJson(), Kind is BlockKind.Digest));

    /// <summary>Keeps its words although the sources say something else now: from here on this is what it is compared with.</summary>
    public Problem? Keep(Act act, MadeBlock made, int seen) => Change(act, seen, () => Made = (Piece is { Recipe.IsCaptioned: true, Made: { } kept } ? made with { Table = kept.Table, Chart = kept.Chart } : made).ToJson());

    /// <summary>Somebody has been through what the portal drafted.</summary>
    public Problem? Review(Act act, int seen) => Change(act, seen, () => Drafted = false);

    internal void Place(int order) => Order = order;

    private Problem? Change(Act act, int seen, Action change)
    {
        if (seen != Version)
        {
            return Problem.Stale(nameof(Problems.ReportChanged));
        }

        change();
        Touch(act);
        return null;
    }

    private void Touch(Act act) => (Version, ChangedBy, ChangedAt) = (Version + 1, act.Actor.PersonId, act.At);
}
