namespace Portal.Domain.People;

/// <summary>What somebody wants to do with one unit's report (workflow §10, one value per row that differs).</summary>
public enum Permission
{
    /// <summary>See state, deadline, timeliness, sent versions, timeline.</summary>
    See,
    /// <summary>Read the working copy.</summary>
    ReadDraft,
    /// <summary>Edit answers, attach and describe documents.</summary>
    Edit,
    /// <summary>Send up to the head; send once approved.</summary>
    SendUp,
    /// <summary>Sign off, send back, revoke, withdraw, assign, delegate, confirm or object to what was entered for the unit.</summary>
    SignOff,
    /// <summary>Ask for an extension or a reopening.</summary>
    Ask,
    /// <summary>Decide documents, accept, return, cancel a return, decide an extension or a reopening.</summary>
    Review,
    /// <summary>Answer a question to open again: who reviews; of what is in the consolidated report a leader.</summary>
    Reopen,
    /// <summary>Urge by hand.</summary>
    Urge,
    /// <summary>Enter for the unit what came on paper: begin, send, abandon.</summary>
    Enter,
    /// <summary>Say something about an item, and call resolved what was said; also while the request is locked.</summary>
    Comment,
}

/// <summary>What somebody wants to do with a whole request (workflow §7 and §10).</summary>
public enum RequestPermission
{
    /// <summary>Amend, enter its number, schedule, move the deadline, lock, archive: its coordinators.</summary>
    Run,
    /// <summary>Close: its coordinators once the sending up was recorded; a leader with a reason.</summary>
    Close,
    /// <summary>Unlock, cancel: a leader.</summary>
    Overrule,
    /// <summary>Compose the consolidated report, record that it was sent up: its coordinators.</summary>
    Compose,
    /// <summary>Approve the consolidated report, send it back, say something of it: a leader.</summary>
    Approve,
}

/// <summary>What of a report decides on rights.</summary>
/// <param name="UnitCode">Whose report it is.</param>
/// <param name="CoordinatingUnitCode">Who coordinates the request.</param>
/// <param name="ActorBarred">Rule C forbids this actor to review it (workflow §9).</param>
/// <param name="CoordinatorLeft">Some active coordinator is not barred by rule C; then a leader does not review.</param>
/// <param name="EnteringBy">The coordinator who is entering it from paper; then the working copy is in his hands and not in the unit's.</param>
public sealed record SubmissionFacts(string UnitCode, string CoordinatingUnitCode, bool ActorBarred = false, bool CoordinatorLeft = true, int? EnteringBy = null);

/// <summary>Who may do what, as pure predicates. What may not be seen answers as if it did not exist; what may be seen but not done says why.</summary>
public static class Rights
{
    /// <summary>Null when allowed, else the refusal.</summary>
    public static Problem? Check(Actor actor, Permission wanted, SubmissionFacts of)
    {
        var coordinates = actor.Is(Role.Coordinator, of.CoordinatingUnitCode);
        var works = actor.WorksIn(of.UnitCode);
        if (!works && !coordinates && !actor.SeesAllUnits)
        {
            return Problem.NotFound;
        }

        return wanted switch
        {
            Permission.See => null,
            Permission.ReadDraft => Draft(actor, works, coordinates, of, nameof(Problems.DraftIsTheUnitsOwn)),
            Permission.Edit => Draft(actor, works, coordinates, of, nameof(Problems.OnlyTheUnit)),
            Permission.SendUp => !works ? Problem.Refused(nameof(Problems.OnlyTheUnit)) : of.EnteringBy is null ? null : Problem.State(nameof(Problems.EntryUnderWay)),
            Permission.Ask => works ? null : Problem.Refused(nameof(Problems.OnlyTheUnit)),
            Permission.Enter => Enter(works, coordinates, of),
            Permission.SignOff => actor.Is(Role.Head, of.UnitCode) ? null : Problem.Refused(nameof(Problems.OnlyTheHead)),
            Permission.Review => Review(actor, coordinates, of),
            Permission.Reopen => CheckReopening(actor, of, included: true) is null ? null : Review(actor, coordinates, of),
            Permission.Urge => coordinates || actor.Is(Role.Leader) ? null : Problem.Refused(nameof(Problems.OnlyTheReviewer)),
            Permission.Comment => Comment(actor, works, coordinates, of),
            _ => throw new ArgumentOutOfRangeException(nameof(wanted)),
        };
    }

    /// <summary>Null when the actor may do that to a request that he can see, else the refusal.</summary>
    public static Problem? Check(Actor actor, RequestPermission wanted, string coordinatingUnitCode) => wanted switch
    {
        RequestPermission.Run or RequestPermission.Compose => actor.Is(Role.Coordinator, coordinatingUnitCode) ? null : Problem.Refused(nameof(Problems.OnlyTheCoordinator)),
        RequestPermission.Close => actor.Is(Role.Coordinator, coordinatingUnitCode) || actor.Is(Role.Leader) ? null : Problem.Refused(nameof(Problems.OnlyTheCoordinator)),
        _ => actor.Is(Role.Leader) ? null : Problem.Refused(nameof(Problems.OnlyTheLeader)),
    };

    /// <summary>Null when the actor may answer whether an item of a report that he can see opens again: its reviewer; of what is in the consolidated report a leader whom rule C does not forbid (workflow §4, §10).</summary>
    public static Problem? CheckReopening(Actor actor, SubmissionFacts of, bool included) =>
        !included ? Review(actor, actor.Is(Role.Coordinator, of.CoordinatingUnitCode), of)
        : !actor.Is(Role.Leader) ? Problem.Refused(nameof(Problems.OnlyTheLeader))
        : of.ActorBarred ? Problem.Refused(nameof(Problems.OwnReport)) : null;

    /// <summary>Null when the actor may look at boards of some request: coordinators (of their own), leaders, observers.</summary>
    public static Problem? CheckBoards(Actor actor) =>
        actor.SeesAllUnits || actor.Is(Role.Coordinator) ? null : Problem.Refused(nameof(Problems.BoardsAreNotYours));

    /// <summary>Null when the actor talks about items at all: unit's people, coordinators, leaders.</summary>
    public static Problem? CheckTalk(Actor actor) =>
        actor.OwnUnits.Any() || actor.Is(Role.Coordinator) || actor.Is(Role.Leader) ? null : Problem.Refused(nameof(Problems.OnlyTheTalkers));

    /// <summary>May open restricted documents and read sensitive figures of one unit: the unit, the coordinator, the leader; not who only watches (workflow §10).</summary>
    /// <param name="actor">Who.</param>
    /// <param name="unitCode">Of which unit; null asks for all units of the request.</param>
    /// <param name="coordinatingUnitCode">Who coordinates the request.</param>
    public static bool SeesConfidential(Actor actor, string? unitCode, string coordinatingUnitCode) =>
        (unitCode is not null && actor.WorksIn(unitCode)) || actor.Is(Role.Coordinator, coordinatingUnitCode) || actor.Is(Role.Leader);

    // While a paper report is entered, the working copy is in the hands of who enters it, and of nobody else.
    private static Problem? Draft(Actor actor, bool works, bool coordinates, SubmissionFacts of, string otherwise) =>
        of.EnteringBy == actor.PersonId && coordinates ? null
        : !works ? Problem.Refused(otherwise)
        : of.EnteringBy is null ? null
        : Problem.State(nameof(Problems.EntryUnderWay));

    // Never for his own unit. Who has entered for a unit may enter for it again; he does not review it.
    private static Problem? Enter(bool works, bool coordinates, SubmissionFacts of) =>
        !coordinates ? works ? Problem.NotFound : Problem.Refused(nameof(Problems.OnlyTheCoordinator))
        : of.ActorBarred || of.UnitCode == of.CoordinatingUnitCode ? Problem.Refused(nameof(Problems.OwnReportEntry))
        : null;

    // A coordinator does not talk with himself: about his own unit's report its officers do, with a leader.
    private static Problem? Comment(Actor actor, bool works, bool coordinates, SubmissionFacts of) =>
        works || actor.Is(Role.Leader) || (coordinates && of.UnitCode != of.CoordinatingUnitCode && of.UnitCode != actor.UnitCode) ? null
        : Problem.Refused(coordinates ? nameof(Problems.OwnReportTalk) : nameof(Problems.OnlyTheTalkers));

    private static Problem? Review(Actor actor, bool coordinates, SubmissionFacts of)
    {
        if (!coordinates && !actor.Is(Role.Leader))
        {
            return Problem.Refused(nameof(Problems.OnlyTheReviewer));
        }

        if (of.ActorBarred)
        {
            return Problem.Refused(nameof(Problems.OwnReport));
        }

        return coordinates || !of.CoordinatorLeft ? null : Problem.Refused(nameof(Problems.CoordinatorReviews));
    }
}
