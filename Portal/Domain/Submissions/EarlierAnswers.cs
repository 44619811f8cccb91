using Portal.Domain.Requests;

namespace Portal.Domain.Submissions;

/// <summary>What an earlier report of the same unit can fill in: values whose field is still there and of the same type, where the present one is blank.</summary>
public static class EarlierAnswers
{
    /// <summary>Chooses them. What belongs to that one signed paper (its number, its day, its signer) is left out.</summary>
    /// <param name="submission">The present report.</param>
    /// <param name="forms">The forms it stands on.</param>
    /// <param name="before">What was accepted then, by item.</param>
    /// <param name="beforeForms">The forms of that time.</param>
    /// <param name="source">What the earlier report is called.</param>
    public static Brought Of(Submission submission, FormTemplate forms, IReadOnlyDictionary<string, AnswerContent> before, FormTemplate beforeForms, string source)
    {
        var (values, rows) = (new List<BroughtValue>(), new List<BroughtRow>());
        var (now, origin) = (submission.Sheet(), new Origin(source, null));
        var then = new AnswerSheet(before.SelectMany(item => item.Value.Values.Select(v => (item.Key, v.Key, (string?)v.Value))));
        foreach (var item in submission.Answers.Where(a => a.Editable).OrderBy(a => a.Order))
        {
            foreach (var field in forms.Form(item.ItemCode)?.Fields ?? [])
            {
                var home = field.IsOwn ? beforeForms.OwnerOf(field.Code) : item.ItemCode;
                if (home is null || beforeForms.Form(home)?.Field(field.Code) is not { } old || old.Type != field.Type || (item.IsCover && ItemAnswer.CoverFieldsOpenWhenApproved.Contains(field.Code)))
                {
                    continue;
                }

                if (field.Type is not FieldType.Table)
                {
                    if (now.Get(item.ItemCode, field.Code) is null && Still(field, then.Get(home, field.Code)) is { } value)
                    {
                        values.Add(new(origin, item.ItemCode, field.Code, value, null));
                    }
                }
                else if (now.Rows(item.ItemCode, field.Code).Count == 0)
                {
                    rows.AddRange(then.Rows(home, field.Code).Select(row => new BroughtRow(origin with { Cell = row }, item.ItemCode, field.Code, null,
                    [
                        .. field.Columns.Where(c => old.Column(c.Code)?.Type == c.Type)
                            .Select(c => new BroughtValue(origin, item.ItemCode, c.Code, Still(c, then.Get(home, $"{field.Code}/{row}/{c.Code}")), null)),
                    ])));
                }
            }
        }

        return new(values, rows);
    }

    /// <summary>The value where the present field still takes it.</summary>
    private static string? Still(Field field, string? value) => value is null || field.Type is FieldType.File ? null : FieldInput.Parse(field, LabelInput.Typed(field, value)).Value;
}
