namespace Portal.Shared;

/// <summary>How loud a note is: orange asks to act, amber warns, red is late or contradicts.</summary>
public enum NoteTone
{
    Blue,
    Orange,
    Amber,
    Red,
    Green,
}
