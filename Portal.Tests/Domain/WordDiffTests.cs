using CsCheck;
using Portal.Domain;

namespace Portal.Tests.Domain;

/// <summary>What the head of a unit is shown as changed must be exactly what changed.</summary>
public sealed class WordDiffTests
{
    private static readonly string[] Pieces = ["giao ", "đất ", "1.850,5 ", "m² ", "tại ", "thôn\n", "  ", "Phú ", "Nhiêu", "."];
    private static readonly Gen<string> Text = Gen.Int[0, Pieces.Length - 1].List[0, 30].Select(picks => string.Concat(picks.Select(i => Pieces[i])));

    [Fact]
    public void Kept_and_inserted_give_the_text_after_kept_and_deleted_the_text_before() => Gen.Select(Text, Text).Sample((before, after) =>
    {
        var parts = WordDiff.Of(before, after);
        Assert.Equal(before, Joined(parts, DiffKind.Inserted));
        Assert.Equal(after, Joined(parts, DiffKind.Deleted));
    });

    [Fact]
    public void No_part_is_empty_and_no_two_neighbours_are_of_one_kind() => Gen.Select(Text, Text).Sample((before, after) =>
    {
        var parts = WordDiff.Of(before, after);
        Assert.DoesNotContain(parts, p => p.Text.Length == 0);
        Assert.DoesNotContain(parts.Zip(parts.Skip(1)), p => p.First.Kind == p.Second.Kind);
    });

    [Fact]
    public void Same_text_is_one_kept_part() => Assert.Equal([new(DiffKind.Kept, "Đã giao đất.")], WordDiff.Of("Đã giao đất.", "Đã giao đất."));

    [Fact]
    public void Two_empty_texts_have_no_parts() => Assert.Empty(WordDiff.Of("", ""));

    [Fact]
    public void Only_the_changed_word_is_marked() => Assert.Equal(
        [new(DiffKind.Kept, "Đã giao "), new(DiffKind.Deleted, "2.400,0"), new(DiffKind.Inserted, "1.850,5"), new(DiffKind.Kept, " m² đất tại thôn")],
        WordDiff.Of("Đã giao 2.400,0 m² đất tại thôn", "Đã giao 1.850,5 m² đất tại thôn"));

    [Fact]
    public void A_single_word_in_common_does_not_tear_a_rewritten_sentence() => Assert.Equal(
        [new(DiffKind.Deleted, "bố trí tại các"), new(DiffKind.Inserted, "giao đất tại thôn Phú Nhiêu")],
        WordDiff.Of("bố trí tại các", "giao đất tại thôn Phú Nhiêu"));

    [Fact]
    public void Texts_too_long_to_compare_are_shown_as_replaced_between_what_they_share()
    {
        var before = "Đầu " + string.Concat(Enumerable.Range(0, 600).Select(i => $"a{i} ")) + "cuối";
        var after = "Đầu " + string.Concat(Enumerable.Range(0, 600).Select(i => i == 300 ? "a300 " : $"b{i} ")) + "cuối";
        var parts = WordDiff.Of(before, after);
        Assert.Equal([DiffKind.Kept, DiffKind.Deleted, DiffKind.Inserted, DiffKind.Kept], parts.Select(p => p.Kind));
        Assert.Equal("Đầu ", parts[0].Text);
        Assert.Equal(" cuối", parts[3].Text);
    }

    private static string Joined(IEnumerable<DiffPart> parts, DiffKind without) => string.Concat(parts.Where(p => p.Kind != without).Select(p => p.Text));
}
