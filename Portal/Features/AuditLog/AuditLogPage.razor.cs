using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Domain;
using Portal.Shared;

namespace Portal.Features.AuditLog;

/// <summary>The log, for administrators and leaders; what is looked for stands in the address.</summary>
public sealed partial class AuditLogPage
{
    private (string?, string?, string?, int?)? asked;
    private bool badDay;

    /// <summary>Which kind of row.</summary>
    [SupplyParameterFromQuery(Name = "loai")] public string? Kind { get; set; }

    /// <summary>Whose acts.</summary>
    [SupplyParameterFromQuery(Name = "nguoi")] public string? Person { get; set; }

    /// <summary>Which day, <c>yyyy-MM-dd</c>.</summary>
    [SupplyParameterFromQuery(Name = "ngay")] public string? Day { get; set; }

    /// <summary>Which page.</summary>
    [SupplyParameterFromQuery(Name = "trang")] public int? Page { get; set; }

    /// <summary>The rows, loaded once for prerender and circuit.</summary>
    [PersistentState] public Outcome<Paged<AuditRow>>? Loaded { get; set; }

    private bool Filtered => !string.IsNullOrEmpty(Kind) || !string.IsNullOrEmpty(Person) || !string.IsNullOrEmpty(Day);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        badDay = !string.IsNullOrEmpty(Day) && Parsed is null;
        var wanted = (Kind, Person, Day, Page);
        if (asked != wanted && (asked is not null || Loaded is null))
        {
            await LoadAsync();
        }

        asked = wanted;
    }

    private DateOnly? Parsed => DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private async Task LoadAsync() => Loaded = await Trail.RunAsync(new(Kind, Person, Parsed), Page);

    /// <summary>The word of a verb or kind.</summary>
    internal static string Word(string kind) => AuditText.ResourceManager.GetString($"Kind{kind}") ?? kind;
}
