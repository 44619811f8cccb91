namespace Portal.Shared;

/// <summary>One page of a long list.</summary>
/// <param name="Rows">The rows of this page.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Total">How many rows there are on all pages.</param>
public sealed record Paged<T>(IReadOnlyList<T> Rows, int Page, int Total)
{
    /// <summary>How many pages there are; at least one.</summary>
    public int Pages => Math.Max(1, (Total + Paging.Size - 1) / Paging.Size);
}

/// <summary>Long lists come in pages of a hundred; the page stands in the address as <c>?trang=</c>.</summary>
public static class Paging
{
    /// <summary>Rows on a page.</summary>
    public const int Size = 100;

    /// <summary>The page that is meant: never before the first, never behind the last.</summary>
    /// <param name="asked">As the address says it; null for the first.</param>
    /// <param name="total">How many rows there are.</param>
    public static int Page(int? asked, int total) => Math.Clamp(asked ?? 1, 1, Math.Max(1, (total + Size - 1) / Size));

    /// <summary>How many rows stand before a page.</summary>
    public static int Before(int page) => (page - 1) * Size;

    /// <summary>Cuts one page out of rows that are all there.</summary>
    public static Paged<T> Cut<T>(IReadOnlyList<T> rows, int? asked)
    {
        var page = Page(asked, rows.Count);
        return new([.. rows.Skip(Before(page)).Take(Size)], page, rows.Count);
    }
}
