using Portal.Domain.Submissions;

namespace Portal.Domain.Consolidation;

/// <summary>Báo cáo tổng hợp of one request while it is composed: its blocks in order. What goes to the leader is a <see cref="ReportVersion"/>, which never changes.</summary>
public sealed class ConsolidatedReport
{
    private const int Most = 600;
    private readonly List<ReportBlock> blocks = [];

    private ConsolidatedReport() { }

    /// <summary>Begins it with a first draft.</summary>
    /// <param name="requestId">Of which request.</param>
    /// <param name="choice">Which answers count.</param>
    /// <param name="act">Who and when.</param>
    /// <param name="pieces">The first draft.</param>
    public ConsolidatedReport(int requestId, SourceChoice choice, Act act, IEnumerable<ReportPiece> pieces)
    {
        (RequestId, Choice, CreatedAt, CreatedBy) = (requestId, choice, act.At, act.Actor.PersonId);
        Fill(act, pieces);
        act.Note(EventVerb.ReportDrafted, requestId);
    }

    /// <summary>Of which request; the key.</summary>
    public int RequestId { get; private set; }

    /// <summary>Which answers count.</summary>
    public SourceChoice Choice { get; private set; }

    /// <summary>When it was begun.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>By whom.</summary>
    public int CreatedBy { get; private set; }

    /// <summary>Grows with every change of order, of blocks and of what counts; not with what is typed.</summary>
    public int Version { get; private set; }

    /// <summary>Its blocks, in no particular order.</summary>
    public IReadOnlyList<ReportBlock> Blocks => blocks;

    /// <summary>Its blocks, in order.</summary>
    public IEnumerable<ReportBlock> InOrder => blocks.OrderBy(b => b.Order).ThenBy(b => b.Id);

    /// <summary>The block with that key.</summary>
    public ReportBlock? Find(int blockId) => blocks.Find(b => b.Id == blockId);

    /// <summary>Drafts it anew at one press: the frame stays, all else is replaced.</summary>
    public Problem? Redraft(Act act, int seen, IEnumerable<ReportPiece> pieces)
    {
        if (Stale(seen) is { } stale)
        {
            return stale;
        }

        blocks.RemoveAll(b => b.Kind is not BlockKind.Frame);
        Fill(act, pieces.Where(p => p.Recipe.Kind is not BlockKind.Frame));
        act.Note(EventVerb.ReportDrafted, RequestId);
        return null;
    }

    /// <summary>Puts a block behind another.</summary>
    /// <param name="act">Who and when.</param>
    /// <param name="after">Behind which; null for the end.</param>
    /// <param name="piece">The block.</param>
    public Outcome<ReportBlock> Insert(Act act, int? after, ReportPiece piece)
    {
        if (blocks.Count >= Most)
        {
            return Problem.Invalid(nameof(Problems.TooManyBlocks), Most);
        }

        var order = InOrder.ToList();
        var at = after is { } id ? order.FindIndex(b => b.Id == id) : order.Count - 1;
        if (after is not null && at < 0)
        {
            return Problem.Stale(nameof(Problems.BlockGone));
        }

        var block = new ReportBlock(piece, act);
        order.Insert(at + 1, block);
        blocks.Add(block);
        Number(order);
        return block;
    }

    /// <summary>Moves a block; a heading takes along all that stands below it.</summary>
    /// <param name="blockId">Which.</param>
    /// <param name="before">In front of which; null for the end.</param>
    /// <param name="seen">The version of the order that was seen.</param>
    public Problem? Move(int blockId, int? before, int seen)
    {
        if (Stale(seen) is { } stale)
        {
            return stale;
        }

        var order = InOrder.ToList();
        var from = order.FindIndex(b => b.Id == blockId);
        if (from < 0)
        {
            return Problem.Stale(nameof(Problems.BlockGone));
        }

        var count = Company(order, from);
        var moved = order.GetRange(from, count);
        if (before is { } target && moved.Exists(b => b.Id == target))
        {
            return null;
        }

        order.RemoveRange(from, count);
        var to = before is { } id ? order.FindIndex(b => b.Id == id) : order.Count;
        if (to < 0)
        {
            return Problem.Stale(nameof(Problems.BlockGone));
        }

        order.InsertRange(to, moved);
        Number(order);
        return null;
    }

    /// <summary>Takes a block out. A heading goes alone: what stood below it stays.</summary>
    public Problem? Remove(int blockId, int seen)
    {
        if (Stale(seen) is { } stale)
        {
            return stale;
        }

        if (Find(blockId) is not { } block)
        {
            return null;
        }

        if (block.Kind is BlockKind.Frame)
        {
            return Problem.Invalid(nameof(Problems.FrameStays));
        }

        blocks.Remove(block);
        Version++;
        return null;
    }

    /// <summary>Takes other answers: what was sent too, or only what was accepted. Blocks say that their sources have changed.</summary>
    public void Choose(SourceChoice choice)
    {
        if (choice != Choice)
        {
            (Choice, Version) = (choice, Version + 1);
        }
    }

    // A section stands until the next section, a clause until the next heading.
    private static int Company(List<ReportBlock> order, int from)
    {
        var kind = order[from].Kind;
        var count = 1;
        if (kind is BlockKind.Section or BlockKind.Clause)
        {
            while (from + count < order.Count && order[from + count].Kind is not BlockKind.Section && (kind is BlockKind.Section || order[from + count].Kind is not BlockKind.Clause))
            {
                count++;
            }
        }

        return count;
    }

    private void Fill(Act act, IEnumerable<ReportPiece> pieces)
    {
        var order = InOrder.ToList();
        foreach (var piece in pieces)
        {
            var block = new ReportBlock(piece, act);
            order.Add(block);
            blocks.Add(block);
        }

        Number(order);
    }

    private void Number(List<ReportBlock> order)
    {
        for (var k = 0; k < order.Count; k++)
        {
            order[k].Place(k + 1);
        }

        Version++;
    }

    private Problem? Stale(int seen) => seen == Version ? null : Problem.Stale(nameof(Problems.ReportChanged));
}
