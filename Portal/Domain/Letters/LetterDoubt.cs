namespace Portal.Domain.Letters;

/// <summary>What kind of thing a person must look at.</summary>
public enum LetterDoubtCode
{
    /// <summary>The number or day of the letter is blank.</summary>
    NumberOrDateBlank,
    /// <summary>A reference's symbol differs from the abbreviation of the issuer named beside it.</summary>
    ReferenceLooksMistyped,
    /// <summary>No day is written up to which figures are asked for.</summary>
    NoDataPeriod,
    /// <summary>Recommendations are referred to, but not listed.</summary>
    RecommendationsNotListed,
    /// <summary>The day for the report to the superior is not written.</summary>
    UpwardDayNotStated,
    /// <summary>No deadline is written.</summary>
    NoDeadline,
    /// <summary>The deadline is no day: "khẩn trương", "trong quý II", "ngày 25 hằng tháng".</summary>
    DeadlineIsNoDay,
    /// <summary>A day without an hour: the minute must be set.</summary>
    DayWithoutHour,
    /// <summary>A day and month without a year.</summary>
    YearMissing,
    /// <summary>The day of the week is another one than that of the date.</summary>
    WeekdayDisagrees,
    /// <summary>The deadline lies before the day of the letter.</summary>
    DeadlineBeforeLetter,
    /// <summary>Several deadlines: is the right one chosen?</summary>
    SeveralDeadlines,
    /// <summary>The letter ends without a signature.</summary>
    CutOff,
    /// <summary>Nobody is named as issuer.</summary>
    NoIssuer,
    /// <summary>It does not say to whom reports are sent.</summary>
    NoReceiver,
    /// <summary>The groups are named only in general.</summary>
    GroupsOnlyGeneral,
    /// <summary>The text is longer than what was looked at.</summary>
    TooLong,
}

/// <summary>Something a person must confirm or supply.</summary>
/// <param name="Code">What.</param>
/// <param name="Argument">The words it is about.</param>
/// <param name="Start">Where they begin in the text; 0 with <paramref name="Length"/> 0 where it is about what is not written.</param>
/// <param name="Length">How far they go.</param>
public sealed record LetterDoubt(LetterDoubtCode Code, string? Argument, int Start, int Length)
{
    /// <summary>What to tell the person, with the argument in it.</summary>
    public string Text => string.Format(LetterDoubtText.ResourceManager.GetString(Code.ToString(), LetterDoubtText.Culture) ?? Code.ToString(), Argument);
}
