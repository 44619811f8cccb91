using Portal.Domain.Requests;
using Portal.Domain.Requests.Drafting;

namespace Portal.Tests.Domain.Requests.Drafting;

/// <summary>Whatever is done to forms, in whatever order: the file stays one that can be read, or the edit is refused; nothing throws.</summary>
public sealed class FormEditSequenceTests
{
    private static readonly string[] Expressions = ["XA02.01 > 0", "XA03.01 = true", "XA03.01 = 1", "evidence.count >= 1", "((", "", "XA02.02 <= XA02.01", "trangThaiGiaiQuyet in [A]", "if a then b else", "sum(LD01.T1.soNguoi) > 2"];
    private static readonly string[] Rollups = ["sum", "none", "list", "concat", "count_true", "?"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_sequence_of_edits_leaves_a_file_that_is_read(int seed)
    {
        var random = new Random(seed);
        var file = DraftFile.Of(BinhSonLetter.Json).Value!;
        var ready = ReadyFields.Of(BinhSonLetter.Json, "CU");
        var done = 0;
        for (var step = 0; step < 60; step++)
        {
            var edit = Next(random, file, ready);
            var before = file.ToJson();
            if (file.Change(edit) is not null)
            {
                Assert.Equal(before, file.ToJson());
                continue;
            }

            done++;
            Assert.Empty(DraftForms.Of(file).Faults);
        }

        Assert.True(done > 5, $"Only {done} edits were made.");
        Assert.Null(RequestFile.Parse(file.ToJson()).Problem);
    }

    private static DraftEdit Next(Random random, DraftFile file, IReadOnlyList<ReadyField> ready)
    {
        var item = random.Next(20) == 0 ? "??" : Any(random, file.Items).Code;
        var fields = DraftForms.Of(file).Form(item)?.Fields.Select(f => f.Code).Append(ItemForm.NarrativeField).Append("giaiPhap").ToList() ?? ["?"];
        var (code, rules) = (Any(random, fields), DraftForms.Of(file).Rules);
        var rule = rules.Count == 0 ? "?" : Any(random, rules).Code;
        return random.Next(10) switch
        {
            0 => new AddField(item, Field(random)),
            1 => new WriteField(item, code, Field(random)),
            2 => new MoveField(item, code, random.Next(-3, 30)),
            3 => new RemoveField(item, code),
            4 or 5 => new SwitchField(item, code, random.Next(2) == 0),
            6 => new AddRule(new(Any(random, [item, "*", "unit"]), (Severity)random.Next(3), Any(random, Expressions), "Câu báo.")),
            7 => new SwitchRule(rule, random.Next(2) == 0),
            8 => random.Next(2) == 0 ? new RemoveRule(rule) : new SetEvidence(item, random.Next(-1, 5), random.Next(0, 5), null),
            _ => new PickFields(item, [Any(random, ready), Any(random, ready)]),
        };
    }

    private static FieldDraft Field(Random random) => new(random.Next(9) == 0 ? " " : "Ô \"thử\" \\ <b>", (FieldType)random.Next(14))
    {
        Rollup = Any(random, Rollups),
        VisibleWhen = random.Next(3) == 0 ? Any(random, Expressions) : null,
        Choices = [new("", "Có"), new("", "Không")],
        Columns = [new("", "if", FieldType.Text), new("", "123", (FieldType)random.Next(14)) { Choices = [new("", "Một"), new("", "Hai")] }],
        Min = random.Next(3),
        Max = random.Next(3),
    };

    private static T Any<T>(Random random, IReadOnlyList<T> of) => of[random.Next(of.Count)];
}
