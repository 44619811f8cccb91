using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Domain;
using Portal.Shared;

namespace Portal.Demo;

/// <summary>«Đặt giờ»: moves the demonstration's clock; a plain form, so that it works without a circuit.</summary>
public sealed partial class ClockPage
{
    private static readonly string[] Formats = ["d/M/yyyy H:mm", "d/M/yyyy H:mm:ss", "yyyy-M-dTH:mm", "yyyy-M-d H:mm"];

    private DemoTimes? times;
    private Problem? problem;
    private bool moved;

    [SupplyParameterFromForm] private Typed? Input { get; set; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (!Options.Demo.Enabled)
        {
            Navigation.NotFound();
            return;
        }

        await ReadAsync();
    }

    private async Task SubmitAsync()
    {
        var text = (Input?.Time ?? "").Trim();
        problem = DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? await Move.RunAsync(VietTime.At(at), Input!.Key)
            : Problem.Invalid(nameof(Problems.DemoTimeUnreadable), text);
        moved = problem is null;
        if (moved)
        {
            Input = null; // the field shows the new time
        }

        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        var read = await Time.RunAsync();
        (times, problem) = (read.Value, problem ?? read.Problem);
    }

    private static IEnumerable<(string Text, DateTimeOffset At)> Choices(DemoTimes t)
    {
        if (t.Deadline is { } deadline)
        {
            yield return (ClockText.HourBefore, deadline.AddHours(-1));
            yield return (ClockText.MinuteBefore, deadline.AddMinutes(-1));
            yield return (ClockText.AtDeadline, deadline);
            yield return (ClockText.HourAfter, deadline.AddHours(1));
        }

        yield return (ClockText.ToStart, t.Start);
    }

    /// <summary>What the form sends.</summary>
    private sealed class Typed
    {
        /// <summary>As typed, or the quick choice that was pressed.</summary>
        public string? Time { get; set; }

        /// <summary>One-time key of the press.</summary>
        public Guid Key { get; set; }
    }
}
