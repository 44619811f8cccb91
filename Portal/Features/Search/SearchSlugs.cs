using Portal.Domain.Search;

namespace Portal.Features.Search;

/// <summary>How addresses name the kinds.</summary>
internal static class SearchSlugs
{
    private static readonly Dictionary<string, SearchKind> Kinds = new()
    {
        ["don-vi"] = SearchKind.Unit,
        ["noi-dung"] = SearchKind.Item,
        ["cau-tra-loi"] = SearchKind.Answer,
        ["tai-lieu"] = SearchKind.Document,
        ["nguoi"] = SearchKind.Person,
    };

    /// <summary>The kind that an address names; null for none.</summary>
    public static SearchKind? KindOf(string? slug) => slug is not null && Kinds.TryGetValue(slug, out var kind) ? kind : null;

    /// <summary>How an address names it.</summary>
    public static string Of(SearchKind kind) => Kinds.Single(k => k.Value == kind).Key;
}
