using Portal.Domain.Requests;

namespace Portal.Domain.Themes;

/// <summary>What comes of comparing two sources.</summary>
public enum CrossVerdict
{
    /// <summary>Neither side has a figure yet.</summary>
    Nothing,
    /// <summary>Units are still missing that could make the sides agree: nothing can be concluded.</summary>
    Undecided,
    /// <summary>All have answered, and the sides are equal.</summary>
    Agrees,
    /// <summary>Whatever the missing units will say, the sides cannot agree.</summary>
    Differs,
}

/// <summary>What one unit adds to a side.</summary>
/// <param name="UnitCode">Which unit.</param>
/// <param name="Sent">It sent the item.</param>
/// <param name="Value">What it adds; null where it did not send, or sent the item and left the figure blank.</param>
public readonly record struct CrossPart(string UnitCode, bool Sent, decimal? Value);

/// <summary>One side of a comparison: a formula, and what each unit that is asked adds to it.</summary>
/// <param name="Formula">How the units are put together.</param>
/// <param name="Parts">One for each unit that owes the item, in official order.</param>
public sealed record CrossSide(CrossFormula Formula, IReadOnlyList<CrossPart> Parts)
{
    /// <summary>How many units are asked.</summary>
    public int Expected => Parts.Count;

    /// <summary>How many gave the figure.</summary>
    public int Answered { get; } = Parts.Count(p => p.Value is not null);

    /// <summary>All gave it.</summary>
    public bool Complete => Expected > 0 && Answered == Expected;

    /// <summary>What those who answered add up to; null while nobody has.</summary>
    public decimal? Value => Answered == 0 ? null : Least;

    /// <summary>The units that sent nothing.</summary>
    public IEnumerable<string> Silent => Parts.Where(p => !p.Sent).Select(p => p.UnitCode);

    /// <summary>The units that sent the item and left the figure blank.</summary>
    public IEnumerable<string> Blank => Parts.Where(p => p.Sent && p.Value is null).Select(p => p.UnitCode);

    /// <summary>The least it can become: figures are never negative (nobody can type a sign), so that who is missing adds at least 0.</summary>
    internal decimal Least { get; } = Parts.Sum(p => p.Value ?? 0);

    /// <summary>The most it can become; null for no bound. Who is missing in a count adds at most 1.</summary>
    internal decimal? Most => Answered == Expected ? Least : Formula.Kind is CrossKind.Count ? Least + (Expected - Answered) : null;

    /// <summary>It can become that number: within the bounds, and by no finer a step than its units may write.</summary>
    internal bool Reaches(decimal number) => number >= Least && !(number > Most) && (number == Least || decimal.Round(number - Least, Formula.Decimals) == number - Least);
}

/// <summary>Two sources of one figure, compared. Pure: sent figures in, verdict out.</summary>
/// <param name="Left">The first source.</param>
/// <param name="Right">The second.</param>
public sealed record CrossCheck(CrossSide Left, CrossSide Right)
{
    /// <summary>Differs exactly where no figures of the missing units could make the sides equal; agrees only when nobody is missing.</summary>
    public CrossVerdict Verdict { get; } =
        Left.Expected == 0 || Right.Expected == 0 || (Left.Value is null && Right.Value is null) ? CrossVerdict.Nothing
        : !CanAgree(Left, Right) ? CrossVerdict.Differs
        : Left.Complete && Right.Complete ? CrossVerdict.Agrees
        : CrossVerdict.Undecided;

    /// <summary>How far apart the sides are now; null while one has no figure.</summary>
    public decimal? Gap => Math.Abs((Left.Value - Right.Value) ?? 0) is var gap && Left.Value is not null && Right.Value is not null ? gap : null;

    private static bool CanAgree(CrossSide left, CrossSide right) =>
        left.Complete ? right.Reaches(left.Least)
        : right.Complete ? left.Reaches(right.Least)
        : !(left.Least > right.Most) && !(right.Least > left.Most);
}
