using CsCheck;
using Portal.Domain.Requests;
using Portal.Domain.Themes;
using Portal.Tests.Domain.Requests;

namespace Portal.Tests.Domain.Themes;

/// <summary>The letter's five comparisons: red only where no figures of the missing units could cure it.</summary>
public sealed class CrossCheckTests
{
    private const string NotSent = "-", Blank = "";
    private static readonly RequestDefinition Letter = BinhSonLetter.Request;

    private static readonly Gen<CrossPart> Part = Gen.Select(Gen.Bool, Gen.Bool, Gen.Int[0, 3], (sent, given, value) => new CrossPart("", sent, sent && given ? value : null));

    [Theory]
    // D01: the office's number of communes that have a playground, against the communes that say they have one.
    [InlineData("D01", "2", "1|0|2", CrossVerdict.Agrees)]
    [InlineData("D01", "3", "1|0|2", CrossVerdict.Differs)]
    [InlineData("D01", "1", "1|0|2", CrossVerdict.Differs)]
    [InlineData("D01", "2", "1|0|2|-", CrossVerdict.Undecided)]
    [InlineData("D01", "3", "1|0|2|-", CrossVerdict.Undecided)]
    [InlineData("D01", "4", "1|0|2|-", CrossVerdict.Differs)] // one commune cannot be two
    [InlineData("D01", "1", "1|0|2|-", CrossVerdict.Differs)] // nobody takes one away
    [InlineData("D01", "3", "1|0|2|", CrossVerdict.Undecided)] // sent, and left blank: not a 0
    [InlineData("D01", "3", "-|-|-", CrossVerdict.Undecided)]
    [InlineData("D01", "4", "-|-|-", CrossVerdict.Differs)]
    [InlineData("D01", "-", "1|0|2", CrossVerdict.Undecided)]
    [InlineData("D01", "", "1|0|2", CrossVerdict.Undecided)]
    [InlineData("D01", "-", "-|-|-", CrossVerdict.Nothing)]
    // D02: villages with a place for children, added up.
    [InlineData("D02", "6", "1|2|3", CrossVerdict.Agrees)]
    [InlineData("D02", "7", "1|2|3", CrossVerdict.Differs)]
    [InlineData("D02", "7", "1|2|3|-", CrossVerdict.Undecided)]
    [InlineData("D02", "6", "1|2|3|-", CrossVerdict.Undecided)]
    [InlineData("D02", "5", "1|2|3|-", CrossVerdict.Differs)]
    [InlineData("D02", "5", "1|2|3|", CrossVerdict.Differs)]
    [InlineData("D02", "0", "0|0|0", CrossVerdict.Agrees)]
    // D03: communes that say yes.
    [InlineData("D03", "1", "true|false", CrossVerdict.Agrees)]
    [InlineData("D03", "2", "true|false", CrossVerdict.Differs)]
    [InlineData("D03", "2", "true|false|-", CrossVerdict.Undecided)]
    [InlineData("D03", "3", "true|false|-", CrossVerdict.Differs)]
    [InlineData("D03", "0", "true|false|-", CrossVerdict.Differs)]
    // D04: square metres, exact to the tenth.
    [InlineData("D04", "0.3", "0.1|0.2", CrossVerdict.Agrees)]
    [InlineData("D04", "41250", "36305.5|4944.5", CrossVerdict.Agrees)]
    [InlineData("D04", "41250", "36305.5|4944.4", CrossVerdict.Differs)]
    [InlineData("D04", "41250", "36305.5|-", CrossVerdict.Undecided)]
    [InlineData("D04", "36305.4", "36305.5|-", CrossVerdict.Differs)]
    // D05: children harmed, by the police and by the communes.
    [InlineData("D05", "5", "1|4", CrossVerdict.Agrees)]
    [InlineData("D05", "5", "1|5", CrossVerdict.Differs)]
    [InlineData("D05", "5", "1|-", CrossVerdict.Undecided)]
    [InlineData("D05", "0", "1|-", CrossVerdict.Differs)]
    [InlineData("D05", "-", "0|0", CrossVerdict.Undecided)]
    public void Verdict_at_the_bounds(string rule, string left, string right, CrossVerdict expected) => Assert.Equal(expected, Check(rule, left, right).Verdict);

    [Fact]
    public void Who_sent_nothing_and_who_left_the_figure_blank_are_named_apart()
    {
        var side = Check("D02", "7", $"1|{NotSent}|{Blank}").Right;
        Assert.Equal((1m, 1, 3), (side.Value!.Value, side.Answered, side.Expected));
        Assert.Equal(["u1"], side.Silent);
        Assert.Equal(["u2"], side.Blank);
    }

    [Fact]
    public void No_unit_that_owes_the_item_is_no_contradiction() => Assert.Equal(CrossVerdict.Nothing, new CrossCheck(Side("VH-01.VH01.06", "7"), new CrossSide(Formula("sum(XA-04.XA04.06)"), [])).Verdict);

    [Fact]
    public void A_number_between_two_steps_of_what_is_missing_is_never_reached() =>
        Assert.Equal(CrossVerdict.Differs, new CrossCheck(Side("TN-01.TN01.02", "5.5"), Side("sum(XA-04.XA04.06)", "1|-")).Verdict);

    [Theory]
    [InlineData("sum(XA-04.XA04.06)", "count(XA-04 where XA04.04 > 0)")]
    [InlineData("sum(XA-04.XA04.02)", "sum(XA-04.XA04.06)")]
    [InlineData("VH-01.VH01.06", "count_true(XA-03.XA03.01)")]
    public void Red_exactly_when_no_figures_of_the_missing_make_the_sides_equal(string left, string right) =>
        Gen.Select(Part.Array[1, 4], Part.Array[1, 4]).Sample((a, b) =>
        {
            var check = new CrossCheck(Drawn(left, a), Drawn(right, b));
            var possible = Sums(check.Left).Overlaps(Sums(check.Right));
            Assert.Equal(check is { Left.Value: null, Right.Value: null } ? CrossVerdict.Nothing
                : !possible ? CrossVerdict.Differs
                : check is { Left.Complete: true, Right.Complete: true } ? CrossVerdict.Agrees : CrossVerdict.Undecided, check.Verdict);
        });

    [Fact]
    public void What_is_red_stays_red_whatever_a_missing_unit_sends() => Gen.Select(Gen.Int[0, 9], Part.Array[1, 5], Gen.Int[0, 9]).Sample((left, parts, more) =>
    {
        var before = new CrossCheck(Side("VH-01.VH01.06", $"{left}"), Drawn("sum(XA-04.XA04.06)", parts));
        var at = Array.FindIndex(parts, p => p.Value is null);
        if (before.Verdict is CrossVerdict.Differs && at >= 0)
        {
            CrossPart[] after = [.. parts];
            after[at] = new("", true, more);
            Assert.Equal(CrossVerdict.Differs, new CrossCheck(before.Left, Drawn("sum(XA-04.XA04.06)", after)).Verdict);
        }
    });

    [Theory]
    [InlineData("sum(XA-04.XA04.99)")]
    [InlineData("sum(XA-44.XA04.06)")]
    [InlineData("sum(XA-04.XA04.T1)")]
    [InlineData("sum(XA-03.XA03.01)")]
    [InlineData("count_true(XA-04.XA04.06)")]
    [InlineData("count(XA-04 where XA04.04 > )")]
    [InlineData("count(XA-04 where XA02.01 > 0)")]
    [InlineData("count(XA-04 where 1 > 0)")]
    [InlineData("max(XA-04.XA04.06)")]
    [InlineData("XA-04.ketQuaThucHien")]
    [InlineData("")]
    public void Formula_that_leads_nowhere_is_refused(string text) => Assert.False(CrossFormula.Read(text, Letter.Template).Ok);

    private static CrossCheck Check(string rule, string left, string right)
    {
        var of = Letter.Reconciliations.Single(r => r.Code == rule);
        return new(Side(of.Left, left), Side(of.Right, right));
    }

    private static CrossSide Side(string formula, string values)
    {
        var read = Formula(formula);
        return new(read, [.. values.Split('|').Select((v, k) => new CrossPart($"u{k}", v != NotSent, v is NotSent or Blank ? null : read.Of(new Dictionary<string, string> { [read.Fields[0].Code] = v }, Letter.Template)))]);
    }

    // A count adds 0 or 1 for each unit.
    private static CrossSide Drawn(string formula, CrossPart[] parts)
    {
        var read = Formula(formula);
        return new(read, [.. parts.Select(p => read.Kind is CrossKind.Count && p.Value is { } v ? p with { Value = v % 2 } : p)]);
    }

    // All that a side can come to in whole numbers, as far as the other can follow.
    private static HashSet<decimal> Sums(CrossSide side)
    {
        HashSet<decimal> sums = [side.Parts.Sum(p => p.Value ?? 0)];
        foreach (var _ in side.Parts.Where(p => p.Value is null))
        {
            sums = [.. sums.SelectMany(s => Enumerable.Range(0, side.Formula.Kind is CrossKind.Count ? 2 : 13).Select(k => s + k))];
        }

        return sums;
    }

    private static CrossFormula Formula(string text)
    {
        var read = CrossFormula.Read(text, Letter.Template);
        Assert.True(read.Ok, read.Problem?.Text);
        return read.Value!;
    }
}
