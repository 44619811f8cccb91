namespace Portal.Shared;

/// <summary>Which of two texts a <see cref="Diff"/> shows.</summary>
public enum DiffSide
{
    /// <summary>Both in one run of text.</summary>
    Both,
    /// <summary>The text before, what was dropped marked.</summary>
    Before,
    /// <summary>The text after, what is new marked.</summary>
    After,
}
