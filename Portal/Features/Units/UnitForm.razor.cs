using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Domain;
using Portal.Domain.People;

namespace Portal.Features.Units;

/// <summary>The form of a unit.</summary>
public sealed partial class UnitForm
{
    private string? code, official, name, fullName, shortName, order, kind, aliases, above, head, place, note, unread;
    private string parent = "";

    /// <summary>What describes it now; null for a new one.</summary>
    [Parameter] public UnitFacts? Facts { get; set; }

    /// <summary>Its key.</summary>
    [Parameter] public string? Code { get; set; }

    /// <summary>Its official code.</summary>
    [Parameter] public string? OfficialCode { get; set; }

    /// <summary>To which it may belong.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<UnitName> Others { get; set; } = [];

    /// <summary>Kinds that occur.</summary>
    [Parameter] public IReadOnlyList<string> Kinds { get; set; } = [];

    /// <summary>While it is saved.</summary>
    [Parameter] public bool Busy { get; set; }

    /// <summary>What the server said of the words.</summary>
    [Parameter] public Problem? Refusal { get; set; }

    /// <summary>The press, with what was typed.</summary>
    [Parameter] public EventCallback<NewUnit> OnSave { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        (code, official) = (Code, OfficialCode);
        (name, fullName, shortName, kind, parent) = (Facts?.Name, Facts?.FullName, Facts?.ShortName, Facts?.Kind, Facts?.ParentCode ?? "");
        (order, place, note, above) = (Facts?.Order?.ToString(CultureInfo.InvariantCulture), Facts?.PlaceName, Facts?.Note, Facts?.LetterheadParent);
        (aliases, head) = (string.Join('\n', Facts?.Aliases ?? []), string.Join('\n', Facts?.LetterheadLines ?? []));
    }

    private string? Error(string field) => Refusal?.Field == field ? Refusal.Text : null;

    private async Task PressAsync()
    {
        int? rank = int.TryParse(order, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : null;
        unread = rank is null && !string.IsNullOrWhiteSpace(order) ? Problem.Invalid(nameof(Problems.UnitOrderWrong)).Text : null;
        if (unread is null)
        {
            await OnSave.InvokeAsync(new(code, official, new(name, fullName, shortName, rank, kind, parent is "" ? null : parent)
            {
                Aliases = Lines(aliases),
                LetterheadParent = above,
                LetterheadLines = Lines(head),
                PlaceName = place,
                StartedOn = Facts?.StartedOn,
                Note = note,
            }));
        }
    }

    private static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
