using System.Collections.Frozen;

namespace Portal.Shared;

/// <summary>The portal's own line glyphs on a 24 unit grid: names to give <see cref="Icon"/>, and how each is drawn.</summary>
public static class Glyph
{
    public const string Circle = "circle";
    public const string Pencil = "pencil";
    public const string Up = "up";
    public const string Back = "back";
    public const string Send = "send";
    public const string Resend = "resend";
    public const string Check = "check";
    public const string Accepted = "accepted";
    public const string Included = "included";
    public const string Warning = "warning";
    public const string Clock = "clock";
    public const string Bell = "bell";
    public const string Search = "search";
    public const string Lock = "lock";
    public const string File = "file";
    public const string Clip = "clip";
    public const string Close = "close";
    public const string Plus = "plus";
    public const string Help = "help";
    public const string Right = "right";
    public const string Left = "left";
    public const string Down = "down";
    public const string Raise = "raise";
    public const string Cloud = "cloud";
    public const string Menu = "menu";
    public const string Table = "table";
    public const string Flag = "flag";
    public const string Compare = "compare";
    public const string Eye = "eye";
    public const string Print = "print";
    public const string Download = "download";
    public const string Users = "users";
    public const string Pause = "pause";
    public const string Refresh = "refresh";
    public const string Drag = "drag";
    public const string Dash = "dash";
    public const string Comment = "comment";
    public const string Home = "home";
    public const string Sun = "sun";
    public const string Moon = "moon";
    public const string Device = "device";
    public const string SignOut = "signout";
    public const string Gear = "gear";
    public const string Play = "play";
    public const string Trash = "trash";
    public const string Sort = "sort";

    private static readonly FrozenDictionary<string, string> Strokes = new Dictionary<string, string>
    {
        [Circle] = """<circle cx="12" cy="12" r="8.5"/>""",
        [Pencil] = """<path d="M4 20l1-4L16.5 4.5a2.1 2.1 0 0 1 3 3L8 19z"/><path d="M14.5 6.5l3 3"/>""",
        [Up] = """<circle cx="12" cy="12" r="8.5"/><path d="M12 16V8M8.5 11.5L12 8l3.5 3.5"/>""",
        [Back] = """<path d="M9 14L4.5 9.5 9 5"/><path d="M4.5 9.5H14a5.5 5.5 0 0 1 0 11h-3"/>""",
        [Send] = """<path d="M20.5 3.5L10 14"/><path d="M20.5 3.5L14 20.5 10 14 3.5 10z"/>""",
        [Resend] = """<path d="M17.5 3.5L8.5 12.5"/><path d="M17.5 3.5L12.5 17.5 8.5 12.5 3.5 9.5z"/><path d="M18 15v6M15 18h6"/>""",
        [Check] = """<path d="M5 12.5l4.5 4.5L19 7.5"/>""",
        [Accepted] = """<circle cx="12" cy="12" r="8.5"/><path d="M8 12.3l2.8 2.8L16 9.7"/>""",
        [Included] = """<path d="M2.5 12.5L7 17 15 8.5"/><path d="M11.5 15.5L13 17 21.5 8.5"/>""",
        [Warning] = """<path d="M12 4L2.8 19.5h18.4z"/><path d="M12 10v4.5M12 17.2v.1"/>""",
        [Clock] = """<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>""",
        [Bell] = """<path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15z"/><path d="M10 21h4"/>""",
        [Search] = """<circle cx="11" cy="11" r="6.5"/><path d="M16 16l4.5 4.5"/>""",
        [Lock] = """<rect x="5" y="10.5" width="14" height="9.5" rx="2"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5"/>""",
        [File] = """<path d="M6 3.5h8l4.5 4.5v12.5H6z"/><path d="M14 3.5V8h4.5M9 12.5h6M9 16h6"/>""",
        [Clip] = """<path d="M19 11.5l-7.5 7.5a4.6 4.6 0 0 1-6.5-6.5L13 4.5a3 3 0 0 1 4.3 4.3L9.5 16.5a1.5 1.5 0 0 1-2.1-2.1l7-7"/>""",
        [Close] = """<path d="M6 6l12 12M18 6L6 18"/>""",
        [Plus] = """<path d="M12 5v14M5 12h14"/>""",
        [Help] = """<circle cx="12" cy="12" r="8.5"/><path d="M9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7"/><path d="M12 16.5v.1"/>""",
        [Right] = """<path d="M9 5.5l6.5 6.5L9 18.5"/>""",
        [Left] = """<path d="M15 5.5L8.5 12l6.5 6.5"/>""",
        [Raise] = """<path d="M5.5 15l6.5-6.5L18.5 15"/>""",
        [Down] = """<path d="M5.5 9l6.5 6.5L18.5 9"/>""",
        [Cloud] = """<path d="M7 18.5a4.5 4.5 0 0 1-.3-9A6 6 0 0 1 18 10.5a4 4 0 0 1-.5 8z"/><path d="M9.5 13.5l2 2 3.5-3.5"/>""",
        [Menu] = """<path d="M4 7h16M4 12h16M4 17h16"/>""",
        [Table] = """<rect x="3.5" y="5" width="17" height="14" rx="1.5"/><path d="M3.5 10h17M9.5 10v9"/>""",
        [Flag] = """<path d="M6 21V4M6 5h11l-2 3.5L17 12H6"/>""",
        [Compare] = """<path d="M7 4v16M4 7l3-3 3 3M17 20V4M14 17l3 3 3-3"/>""",
        [Eye] = """<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z"/><circle cx="12" cy="12" r="2.8"/>""",
        [Print] = """<path d="M7 8V4h10v4M7 17H4.5V9.5h15V17H17"/><path d="M7 14h10v6H7z"/>""",
        [Download] = """<path d="M12 4v11M7.5 10.5L12 15l4.5-4.5M5 19.5h14"/>""",
        [Users] = """<circle cx="9" cy="9" r="3.5"/><path d="M3 19.5c.5-3.5 3-5 6-5s5.5 1.5 6 5M16 6.2a3 3 0 0 1 0 5.6M17.5 15c2 .6 3.2 2 3.5 4.5"/>""",
        [Pause] = """<path d="M8 5v14M16 5v14"/>""",
        [Refresh] = """<path d="M19.5 12a7.5 7.5 0 1 1-2.2-5.3M19.5 4v4h-4"/>""",
        [Drag] = """<path d="M9 6v.1M9 12v.1M9 18v.1M15 6v.1M15 12v.1M15 18v.1" stroke-width="2.6"/>""",
        [Dash] = """<path d="M7 12h10"/>""",
        [Comment] = """<path d="M4 5.5h16v11H11l-4.5 4v-4H4z"/>""",
        [Home] = """<path d="M4 11l8-7 8 7v9h-5.5v-6h-5v6H4z"/>""",
        [Sun] = """<circle cx="12" cy="12" r="4"/><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6L7 7M17 17l1.4 1.4M5.6 18.4L7 17M17 7l1.4-1.4"/>""",
        [Moon] = """<path d="M19.5 14.5A8 8 0 0 1 9.5 4.500a8 8 0 1 0 10 10z"/>""",
        [Device] = """<rect x="3.5" y="5" width="17" height="11" rx="1.5"/><path d="M9 20h6M12 16v4"/>""",
        [SignOut] = """<path d="M10 4H5v16h5M10 12h10M16.5 8.500L20 12l-3.5 3.5"/>""",
        [Gear] = """<circle cx="12" cy="12" r="3"/><path d="M12 3.500v3M12 17.500v3M3.5 12h3M17.5 12h3M6 6l2.1 2.100M15.9 15.900L18 18M6 18l2.1-2.100M15.9 8.100L18 6"/>""",
        [Play] = """<path d="M8 5l11 7-11 7z"/>""",
        [Sort] = """<path d="M8.500 9.5L12 6l3.500 3.5M8.5 14.500L12 18l3.500-3.5"/>""",
        [Trash] = """<path d="M4.5 7h15M9.5 7V4.500h5V7M6.5 7l1 13h9l1-13M10 11v5.500M14 11v5.5"/>""",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Drawings = Strokes.ToFrozenDictionary(s => s.Key, s => Draw(s.Value, "i"));

    /// <summary>Every name there is.</summary>
    public static IEnumerable<string> All => Strokes.Keys;

    /// <summary>The glyph as inline svg, hidden from screen readers (the word beside it speaks). An unknown name draws a circle.</summary>
    public static string Svg(string name, string? css = null)
    {
        var known = Strokes.ContainsKey(name) ? name : Circle;
        return css is null ? Drawings[known] : Draw(Strokes[known], $"i {css}");
    }

    private static string Draw(string strokes, string css) => $"""<svg class="{css}" viewBox="0 0 24 24" aria-hidden="true">{strokes}</svg>""";
}
