using System.Text.Json;

namespace Portal.Platform.Documents;

/// <summary>What in a file would act on the reader's machine, or keeps the file from being read: reasons to refuse it.</summary>
public enum PageTrap
{
    /// <summary>Script that runs when it is opened: JavaScript in a PDF, an ActiveX control in an Office file.</summary>
    Script,
    /// <summary>It starts another program: a launch action, a DDE field.</summary>
    Launch,
    /// <summary>Another file lies inside.</summary>
    Attachment,
    /// <summary>It does not open without a password.</summary>
    Password,
    /// <summary>It fetches from, or sends to, another machine when it is opened.</summary>
    External,
    /// <summary>An XFA form: a program in the place of pages.</summary>
    Form,
    /// <summary>A document type declaration, the ground of entity tricks; Office files never have one.</summary>
    Dtd,
}

/// <summary>What the child process read.</summary>
/// <param name="Text">The first page's text, composed (NFC), at most <see cref="MaxText"/> long, a whole letter's at most <see cref="LongestLetter"/>; a tab parts two columns. Null where there is none.</param>
/// <param name="Trap">What speaks against the file, or null.</param>
/// <param name="Pages">How many pages a PDF has; 0 elsewhere.</param>
/// <param name="Failed">It could not be read: damaged, too deep, too large, too slow. The other values say nothing then.</param>
public sealed record PageReading(string? Text, PageTrap? Trap, int Pages, bool Failed = false)
{
    /// <summary>The longest text, in UTF-16 units.</summary>
    public const int MaxText = 20_000;

    /// <summary>The longest text of a whole letter, in UTF-16 units.</summary>
    public const int LongestLetter = 200_000;

    /// <summary>Nothing to read, and nothing wrong with it.</summary>
    public static PageReading Nothing { get; } = new(null, null, 0);

    /// <summary>It could not be read.</summary>
    public static PageReading Unread { get; } = new(null, null, 0, Failed: true);

    /// <summary>Writes it as one JSON object: <c>{"text":…,"trap":…,"pages":n}</c>.</summary>
    internal byte[] ToJson()
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory))
        {
            json.WriteStartObject();
            json.WriteString("text", Text);
            json.WriteString("trap", Trap?.ToString().ToLowerInvariant());
            json.WriteNumber("pages", Pages);
            json.WriteEndObject();
        }
        return memory.ToArray();
    }

    /// <summary>Reads it back; whoever wrote it had a stranger's file in hand, so anything unexpected is <see cref="Unread"/>.</summary>
    internal static PageReading OfJson(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new() { MaxDepth = 2 });
            var root = document.RootElement;
            var (text, trap) = (root.GetProperty("text").GetString(), root.GetProperty("trap").GetString());
            PageTrap? known = trap is null ? null : Enum.Parse<PageTrap>(trap, ignoreCase: true);
            return text?.Length > LongestLetter ? Unread : new(text, known, root.GetProperty("pages").GetInt32());
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException or FormatException)
        {
            return Unread;
        }
    }
}
