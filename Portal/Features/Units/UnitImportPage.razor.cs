using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Portal.Domain;
using Portal.Platform.Documents;
using Portal.Shared;

namespace Portal.Features.Units;

/// <summary>Nhập đơn vị từ Excel: the workbook out, the filled one in; each line that cannot be taken, what would be added and changed; and the one press that writes.
/// Read anew in the circuit: a proposal of thousands of units is more than a hub message takes.</summary>
public sealed partial class UnitImportPage
{
    private static readonly string texts = JsonSerializer.Serialize(
        new { UnitsText.Reading, UnitsText.NoNetwork, UnitsText.SignedOut, UnitsText.ServerError, TooBig = Problem.Invalid(nameof(Problems.WorkbookTooBig), XlsxReader.MaxMegabytes).Text },
        new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private Guid key = Guid.NewGuid();
    private (bool, string?) asked;
    private UnitImportModel? model;
    private Problem? refusal, problem;
    private string? done;
    private bool busy;
    private ElementReference heading;

    /// <summary>The workbook that was read.</summary>
    [SupplyParameterFromQuery(Name = "tep")] public string? File { get; set; }

    private Guid? Brought => Guid.TryParse(File, out var file) ? file : null;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (asked != (true, File))
        {
            asked = (true, File);
            (model, problem, done) = (null, null, null);
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        var read = await Proposal.RunAsync(Brought);
        model = read.Value;
        refusal = read.Problem is { Kind: ProblemKind.Refused } ? read.Problem : null;
        problem = read.Problem ?? problem;
    }

    private async Task ImportAsync()
    {
        if (busy || model is not { } shown || Brought is not { } file)
        {
            return;
        }

        busy = true;
        try
        {
            problem = await Importing.RunAsync(file, shown.Mark, key);
            key = Guid.NewGuid();
            done = problem is null ? UnitsText.ImportDone.With(shown.Lines.Count(l => l.Added), shown.Lines.Count(l => !l.Added)) : null;
            await LoadAsync();
        }
        finally
        {
            busy = false;
        }

        await heading.FocusAsync(); // what came of it stands on top
    }
}
