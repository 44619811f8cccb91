using System.Text.Json;

namespace Portal.Domain.Requests;

/// <summary>Where two versions of a letter differ in words.</summary>
internal static class AmendmentTexts
{
    /// <summary>The words that differ, of the letter and of the items that are in both.</summary>
    public static IEnumerable<AmendedText> Of(RequestDefinition from, RequestDefinition to)
    {
        var letter = Letter(from.Letter).Zip(Letter(to.Letter), (before, now) => new AmendedText(before.Place, before.Text, now.Text));
        var items = from.Items.Join(to.Items, i => i.Code, i => i.Code, (before, now) => (before, now)).SelectMany(p => new[]
        {
            new AmendedText($"{p.now.Code}.title", p.before.Title, p.now.Title),
            new AmendedText($"{p.now.Code}.text", p.before.Text, p.now.Text),
            new AmendedText($"{p.now.Code}.verbatim", p.before.Verbatim, p.now.Verbatim),
        });
        return letter.Append(new("deadline", from.Deadline.Text, to.Deadline.Text)).Concat(items).Where(t => t.Before != t.Now);
    }

    /// <summary>Something else differs of which nobody's answer depends: themes, comparisons, annexes, names.</summary>
    public static bool Otherwise(RequestDefinition from, RequestDefinition to) => Rest(from) != Rest(to);

    private static string Rest(RequestDefinition d) => JsonSerializer.Serialize(new
    {
        d.Kind,
        d.KindLabel,
        d.Letter,
        d.ReportPeriod,
        d.UpwardDeadline,
        d.EvidenceRequired,
        d.SignedReport,
        d.Groups,
        d.Units,
        d.OrganisationUnits,
        d.Themes,
        d.Reconciliations,
        d.DerivedIndicators,
        d.Annexes,
    });

    private static IEnumerable<(string Place, string Text)> Letter(LetterFacts l) =>
    [
        ("subject", l.Subject), ("openingText", l.OpeningText), ("receivingText", l.ReceivingText), ("orderedBy", l.OrderedBy), ("reportUpTo", l.ReportUpTo),
        ("addressees", string.Join('\n', l.Addressees)), ("recipients", string.Join('\n', l.Recipients)),
    ];
}
