using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Shared;

namespace Portal.Features.Units;

/// <summary>The form of a unit.</summary>
public sealed partial class UnitForm
{
    private string? code, official, name, fullName, shortName, order, kind, aliases, above, head, place, started, note, unread, dayUnread;
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

    /// <summary>What stands over it; null where it is plain.</summary>
    [Parameter] public string? Title { get; set; }

    /// <summary>What the press is called, where it does more than save.</summary>
    [Parameter] public string? Press { get; set; }

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
        started = Facts?.StartedOn is { } day ? VietTime.Date(day) : null;
        (aliases, head) = (string.Join('\n', Facts?.Aliases ?? []), string.Join('\n', Facts?.LetterheadLines ?? []));
    }

    private string? Error(string field) => Refusal?.Field == field ? Refusal.Text : null;

    private async Task PressAsync()
    {
        int? rank = int.TryParse(order, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : null;
        unread = rank is null && !string.IsNullOrWhiteSpace(order) ? Problem.Invalid(nameof(Problems.UnitOrderWrong)).Text : null;
        var began = string.IsNullOrWhiteSpace(started) ? default : FieldInput.OfDate(started.Trim());
        dayUnread = began.Problem?.Text;
        if (unread is null && dayUnread is null)
        {
            await OnSave.InvokeAsync(new(code, official, new(name, fullName, shortName, rank, kind, parent is "" ? null : parent)
            {
                Aliases = Lines(aliases),
                LetterheadParent = above,
                LetterheadLines = Lines(head),
                PlaceName = place,
                StartedOn = FieldInput.Day(began.Value),
                Note = note,
            }));
        }
    }

    private static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
