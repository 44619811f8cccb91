using Portal.Domain.Search;
using Portal.Domain.Submissions;

namespace Portal.Database;

/// <summary>The words of something that can be found. Of answers it holds only what everybody may read who may see the report at all: no sensitive figures, no drafts.</summary>
public sealed class SearchEntry
{
    private SearchEntry() { }

    /// <summary>Makes one.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="text">What it says, as people read it.</param>
    public SearchEntry(SearchKind kind, string text)
    {
        Kind = kind;
        Say(text);
    }

    /// <summary>The key.</summary>
    public long Id { get; private set; }

    /// <summary>What it is.</summary>
    public SearchKind Kind { get; private set; }

    /// <summary>Which version says it, of answers and documents.</summary>
    public int? VersionId { get; private set; }

    /// <inheritdoc cref="VersionId"/>
    public AnswerVersion? Version { get; init; }

    /// <summary>Which document.</summary>
    public int? DocumentId { get; init; }

    /// <summary>The version says that the document is restricted.</summary>
    public bool Restricted { get; init; }

    /// <summary>Which unit.</summary>
    public string? UnitCode { get; init; }

    /// <summary>Which person.</summary>
    public int? PersonId { get; private set; }

    /// <inheritdoc cref="PersonId"/>
    public Domain.People.Person? Person { get; init; }

    /// <summary>What it says, as people read it.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Its words as they are written.</summary>
    public string Exact { get; private set; } = "";

    /// <summary>Its words without accents.</summary>
    public string Folded { get; private set; } = "";

    /// <summary>It says something else now.</summary>
    public void Say(string text) => (Text, Exact, Folded) = (text, SearchWords.Exact(text), SearchWords.Folded(text));
}

/// <summary>An entry in which all words were found.</summary>
/// <param name="Id">Which entry.</param>
/// <param name="Rank">The less, the better it fits.</param>
/// <param name="Exactly">As typed, with all accents.</param>
public sealed record SearchMatch(long Id, double Rank, bool Exactly);
