namespace Portal.Domain.Progress;

/// <summary>What the numbers say, as a case to write a sentence for.</summary>
public enum Headline
{
    /// <summary>Nobody has sent; the deadline is ahead, or there is none.</summary>
    NoneSent,
    /// <summary>Some have sent; the deadline is ahead, or there is none.</summary>
    SomeSent,
    /// <summary>The deadline has passed for some that have not sent, and nobody has.</summary>
    NoneSentOverdue,
    /// <summary>The deadline has passed for some that have not sent.</summary>
    SomeOverdue,
    /// <summary>The deadline has passed; who has not sent has an extension.</summary>
    Extended,
    /// <summary>All have sent; not all is accepted.</summary>
    AllSent,
    /// <summary>All is accepted.</summary>
    AllAccepted,
}

/// <summary>What the groups' bars say.</summary>
public enum GroupsFinding
{
    /// <summary>No group has sent anything.</summary>
    NoneSent,
    /// <summary>No group has sent all of its items.</summary>
    NoneComplete,
    /// <summary>What is missing lies in one group.</summary>
    OneLeft,
    /// <summary>What is missing lies in several groups.</summary>
    SomeLeft,
    /// <summary>All groups have sent all.</summary>
    AllSent,
    /// <summary>All is accepted.</summary>
    AllAccepted,
}

/// <summary>What a board finds, decided from its numbers. Pure functions; the sentences stand in the feature's texts.</summary>
public static class BoardFinding
{
    /// <summary>The case of the page's heading.</summary>
    public static Headline Headline(BoardSnapshot board)
    {
        var counts = board.Counts;
        return counts.AcceptedUnits == counts.Units ? Progress.Headline.AllAccepted
            : counts.UnsentUnits == 0 ? Progress.Headline.AllSent
            : counts.OverdueUnits > 0 ? counts.SentUnits == 0 ? Progress.Headline.NoneSentOverdue : Progress.Headline.SomeOverdue
            : !board.Request.Deadline.Holds(board.At) ? Progress.Headline.Extended
            : counts.SentUnits == 0 ? Progress.Headline.NoneSent
            : Progress.Headline.SomeSent;
    }

    /// <summary>The case of the groups' chart.</summary>
    public static GroupsFinding Groups(BoardSnapshot board)
    {
        var open = board.Groups.Count(g => g.SentItems < g.Items.Total);
        return board.Counts.Items.Accepted == board.Counts.Items.Total ? GroupsFinding.AllAccepted
            : open == 0 ? GroupsFinding.AllSent
            : board.Counts.SentItems == 0 ? GroupsFinding.NoneSent
            : open == board.Groups.Count ? GroupsFinding.NoneComplete
            : open == 1 ? GroupsFinding.OneLeft
            : GroupsFinding.SomeLeft;
    }
}
