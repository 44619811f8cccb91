using System.Globalization;
using System.Text.Json;

namespace Portal.Domain.Requests;

/// <summary>
/// One place in a request's file. What is not as it should be is noted with its path and read as empty, so that one reading
/// names all the places at once and none of them throws.
/// </summary>
/// <param name="Element">What stands there; null when nothing or null does.</param>
/// <param name="Path">Where it is, for example "items[2].form".</param>
/// <param name="Faults">The notes of this reading.</param>
internal readonly record struct JsonPlace(JsonElement? Element, string Path, List<string> Faults)
{
    /// <summary>True when something other than null stands here.</summary>
    public bool Exists => Element is not null;

    /// <summary>Notes a fault here.</summary>
    public void Fault(string code, params object?[] args) =>
        Faults.Add(Problem.Invalid(nameof(Problems.FilePlace), Path, Problem.Invalid(code, args).Text).Text);

    /// <summary>The member with this name.</summary>
    public JsonPlace At(string name)
    {
        var path = Path.Length == 0 ? name : $"{Path}.{name}";
        if (Element is { } element && element.ValueKind is not JsonValueKind.Object)
        {
            Fault(nameof(Problems.FileObjectMissing));
            return new(null, path, Faults);
        }
        return Element is { } parent && parent.TryGetProperty(name, out var member) && member.ValueKind is not JsonValueKind.Null
            ? new(member, path, Faults) : new(null, path, Faults);
    }

    /// <summary>The member with this name, which must be there.</summary>
    public JsonPlace Needed(string name)
    {
        var place = At(name);
        if (!place.Exists)
        {
            place.Fault(nameof(Problems.FileObjectMissing));
        }
        return place;
    }

    /// <summary>The names of the members that are not null.</summary>
    public IEnumerable<string> Names => Element is { ValueKind: JsonValueKind.Object } e
        ? e.EnumerateObject().Where(m => m.Value.ValueKind is not JsonValueKind.Null).Select(m => m.Name) : [];

    /// <summary>A text that must be there and not be blank.</summary>
    public string Text(string name)
    {
        if (TextOrNull(name) is { } text && !string.IsNullOrWhiteSpace(text))
        {
            return text;
        }
        At(name).Fault(nameof(Problems.FileTextMissing));
        return "";
    }

    /// <summary>A text, or null where there is none.</summary>
    public string? TextOrNull(string name)
    {
        var place = At(name);
        if (place.Element is not { } element)
        {
            return null;
        }
        if (Written(element) is { } text)
        {
            return text;
        }
        place.Fault(nameof(Problems.FileTextMissing));
        return null;
    }

    /// <summary>The composed text of an element; null when it is no text or half a character is escaped in it.</summary>
    private static string? Written(JsonElement element)
    {
        if (element.ValueKind is not JsonValueKind.String)
        {
            return null;
        }
        try
        {
            return Fold.Nfc(element.GetString()!);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A whole number, or null where there is none.</summary>
    public int? Whole(string name)
    {
        var place = At(name);
        if (place.Element is { } element && (element.ValueKind is not JsonValueKind.Number || !element.TryGetInt32(out _)))
        {
            place.Fault(nameof(Problems.FileNumberMissing));
            return null;
        }
        return place.Element?.GetInt32();
    }

    /// <summary>A number, or null where there is none.</summary>
    public decimal? Number(string name)
    {
        var place = At(name);
        if (place.Element is { } element && (element.ValueKind is not JsonValueKind.Number || !element.TryGetDecimal(out _)))
        {
            place.Fault(nameof(Problems.FileNumberMissing));
            return null;
        }
        return place.Element?.GetDecimal();
    }

    /// <summary>True or false; false where there is nothing.</summary>
    public bool Truth(string name)
    {
        var place = At(name);
        if (place.Element is { ValueKind: not (JsonValueKind.True or JsonValueKind.False) })
        {
            place.Fault(nameof(Problems.FileTruthMissing));
            return false;
        }
        return place.Element is { ValueKind: JsonValueKind.True };
    }

    /// <summary>A day, or null where there is none.</summary>
    public DateOnly? Day(string name)
    {
        var text = TextOrNull(name);
        if (text is not null && FieldInput.Day(text) is null)
        {
            At(name).Fault(nameof(Problems.FileDateMissing), text);
        }
        return FieldInput.Day(text);
    }

    /// <summary>An instant with its offset, or null where there is none.</summary>
    public DateTimeOffset? Instant(string name)
    {
        if (TextOrNull(name) is not { } text)
        {
            return null;
        }
        if (DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
        {
            return instant;
        }
        At(name).Fault(nameof(Problems.FileInstantMissing), text);
        return null;
    }

    /// <summary>One of the given words, as the value it stands for.</summary>
    public T Word<T>(string name, IReadOnlyDictionary<string, T> words)
    {
        var text = Text(name);
        if (words.TryGetValue(text, out var value))
        {
            return value;
        }
        if (text.Length > 0)
        {
            At(name).Fault(nameof(Problems.FileWordUnknown), text, string.Join(", ", words.Keys));
        }
        return words.Values.First();
    }

    /// <summary>The places of a list; none where there is no list.</summary>
    public IReadOnlyList<JsonPlace> List(string name)
    {
        var place = At(name);
        if (place.Element is not { } element)
        {
            return [];
        }
        if (element.ValueKind is not JsonValueKind.Array)
        {
            place.Fault(nameof(Problems.FileListMissing));
            return [];
        }
        var faults = Faults;
        return [.. element.EnumerateArray().Select((e, i) => new JsonPlace(e.ValueKind is JsonValueKind.Null ? null : e, $"{place.Path}[{i}]", faults))];
    }

    /// <summary>The texts of a list; none where there is no list.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        var texts = new List<string>();
        foreach (var place in List(name))
        {
            if (place.Element is { } element && Written(element) is { } text)
            {
                texts.Add(text);
            }
            else
            {
                place.Fault(nameof(Problems.FileTextMissing));
            }
        }
        return texts;
    }

    /// <summary>Notes every code that occurs a second time in a list.</summary>
    public static void Unique(IEnumerable<(JsonPlace Place, string Code)> codes)
    {
        var seen = new HashSet<string>();
        foreach (var (place, code) in codes)
        {
            if (code.Length > 0 && !seen.Add(code))
            {
                place.Fault(nameof(Problems.FileDuplicate), code);
            }
        }
    }
}
