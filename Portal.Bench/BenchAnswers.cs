using System.Globalization;
using System.Text.Json;
using Portal.Demo;
using Portal.Domain.Requests;
using Portal.Features.Evidence;

namespace Portal.Bench;

/// <summary>Answers to any form, as people would type them, that pass the letter's rules: within one unit all figures are the same number, and sums are explained.</summary>
internal static class BenchAnswers
{
    private const string Narrative = "N\u1ed9i dung m\u1eabu c\u1ee7a b\u1ed9 \u0111o: \u0111\u00e3 tri\u1ec3n khai, th\u1ef1c hi\u1ec7n theo k\u1ebf ho\u1ea1ch; k\u1ebft qu\u1ea3 \u0111\u01b0\u1ee3c theo d\u00f5i h\u1eb1ng th\u00e1ng.";
    private const string Word = "M\u1eabu";

    /// <summary>How far the reports of one request have come, in turn.</summary>
    public static SampleEnd? EndOf(int order) => (order % 10) switch
    {
        0 or 4 or 8 => SampleEnd.Accepted,
        1 or 5 => SampleEnd.Sent,
        2 => SampleEnd.Returned,
        3 => SampleEnd.WithHead,
        6 or 9 => SampleEnd.Drafting,
        _ => null,
    };

    /// <summary>One item's answers: paths and what is typed there; a row begins with its place.</summary>
    /// <param name="form">The form.</param>
    /// <param name="figure">The unit's number, 1 to 20.</param>
    /// <param name="random">Chooses length and day.</param>
    /// <param name="all">Everything with two rows to a table, or only what is required.</param>
    public static IEnumerable<(string Path, string Text)> Of(ItemForm form, int figure, Random random, bool all)
    {
        foreach (var field in form.Fields.Where(f => (all || f.Required) && f.Type != FieldType.File && f.Code != ItemForm.NoEvidenceReasonField))
        {
            if (field.Type != FieldType.Table)
            {
                yield return (field.Code, Typed(field, figure, random));
                continue;
            }

            for (var row = 1; field.IsOwn && row <= 2; row++)
            {
                yield return ($"{field.Code}/r{row}/{AnswerSheet.OrderKey}", $"{row}");
                foreach (var column in field.Columns)
                {
                    yield return ($"{field.Code}/r{row}/{column.Code}", Typed(column, figure, random));
                }
            }
        }
    }

    /// <summary>Sample reports for all units of a letter, each with two documents.</summary>
    public static IEnumerable<SampleReport> Reports(RequestDefinition letter, DateTimeOffset from, Random random)
    {
        foreach (var (k, unit) in letter.Units.Index())
        {
            if (EndOf(k) is not { } end || unit.Code == letter.CoordinatingUnitCode)
            {
                continue;
            }

            var codes = letter.ReportItemsOf(unit.Code).Select(i => i.Code).ToList();
            var figure = random.Next(1, 21);
            var items = codes.Append(ItemForm.CoverCode).ToDictionary(c => c, c => Json(Of(letter.Template.Form(c)!, figure, random, all: false)));
            var documents = Enumerable.Range(1, 2).Select(n => new SampleDocument($"{unit.LoginCode}-{n}.pdf", unit.LoginCode, [Narrative], Description.Other, null, null, null, Narrative, codes)).ToList();
            var back = end == SampleEnd.Returned ? new SampleReturn(codes[^1], Narrative, from.AddDays(6)) : null;
            yield return new(unit.LoginCode, end, from.AddMinutes(k), from.AddDays(1).AddMinutes(k), from.AddDays(2).AddMinutes(k), from.AddDays(3).AddMinutes(k), items, documents, back);
        }
    }

    private static string Typed(Field field, int figure, Random random) => field.Type switch
    {
        FieldType.Choice when field.Code == ItemForm.StatusField => ItemForm.Done,
        FieldType.Choice or FieldType.UnitRef => field.Choices[0].Code,
        FieldType.Boolean => "true",
        FieldType.Date => $"{random.Next(1, 29)}/6/2024",
        FieldType.Year => "2023",
        FieldType.Phone => "0255 3000 000",
        FieldType.LongText => string.Join(' ', Enumerable.Repeat(Narrative, random.Next(1, 9))),
        FieldType.Text => $"{Word} {random.Next(1, 1000)}",
        _ => figure.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>As samples.json holds answers: a table as rows.</summary>
    private static IReadOnlyDictionary<string, JsonElement> Json(IEnumerable<(string Path, string Text)> typed)
    {
        var answers = new Dictionary<string, object>();
        foreach (var (path, text) in typed)
        {
            if (path.Split('/') is not [var table, _, var column])
            {
                answers[path] = text;
                continue;
            }

            var rows = (List<Dictionary<string, string>>)(answers.TryGetValue(table, out var known) ? known : answers[table] = new List<Dictionary<string, string>>());
            if (column == AnswerSheet.OrderKey)
            {
                rows.Add([]);
            }
            else
            {
                rows[^1][column] = text;
            }
        }

        return answers.ToDictionary(a => a.Key, a => JsonSerializer.SerializeToElement(a.Value));
    }
}
