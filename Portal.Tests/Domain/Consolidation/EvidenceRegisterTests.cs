using CsCheck;
using Portal.Domain.Consolidation;
using Portal.Domain.Submissions;

namespace Portal.Tests.Domain.Consolidation;

public sealed class EvidenceRegisterTests
{
    private static readonly DateTimeOffset At = new(2024, 7, 2, 9, 0, 0, TimeSpan.FromHours(7));

    // Few units, items and documents, so that they meet; orders that do not follow the codes.
    private static readonly Gen<EvidenceEntry[]> Entries =
        from size in Gen.Int[0, 40]
        from entries in (from unit in Gen.Int[0, 3]
                         from item in Gen.Int[0, 4]
                         from document in Gen.Int[1, 6]
                         from decision in Gen.Enum<LinkDecision>()
                         from minute in Gen.Int[0, 5]
                         from restricted in Gen.Bool
                         select Entry(unit, item, document, decision, minute, restricted)).Array[size]
        select entries.DistinctBy(e => (e.UnitCode, e.DocumentId, e.ItemCode)).ToArray();

    [Fact]
    public void Documents_are_numbered_as_the_annex_does()
    {
        var register = EvidenceRegister.Of(
        [
            Entry(1, 2, 9), Entry(1, 1, 10), Entry(0, 3, 4), Entry(1, 2, 8), Entry(0, 1, 5), Entry(0, 3, 5),
        ]);

        Assert.Equal(
            [(1, "U0", "I1, I3", 5), (2, "U0", "I3", 4), (3, "U1", "I1", 10), (4, "U1", "I2", 8), (5, "U1", "I2", 9)],
            register.Lines.Select(l => (l.Number, l.Document.UnitCode, string.Join(", ", l.ItemCodes), l.Document.DocumentId)));
    }

    [Fact]
    public void Rejected_document_has_no_number_unless_it_proves_something_else()
    {
        var register = EvidenceRegister.Of([Entry(0, 1, 1, LinkDecision.Rejected), Entry(0, 1, 2, LinkDecision.Rejected), Entry(0, 2, 2), Entry(0, 1, 3, LinkDecision.Accepted)]);

        Assert.Equal([(1, 3, "I1", true), (2, 2, "I2", false)], register.Lines.Select(l => (l.Number, l.Document.DocumentId, string.Join(", ", l.ItemCodes), l.Decided)));
        Assert.Equal([(1, "I1", "Mờ, không đọc được"), (2, "I1", "Mờ, không đọc được")], register.Rejected.Select(d => (d.DocumentId, d.ItemCode, d.Reason)));
    }

    [Fact]
    public void What_was_said_last_describes_a_document_of_several_items()
    {
        var register = EvidenceRegister.Of([Entry(0, 1, 1, minute: 1), Entry(0, 2, 1, minute: 5), Entry(0, 3, 1, minute: 2)]);

        Assert.Equal("5", Assert.Single(register.Lines).Document.Description.Number);
    }

    [Fact]
    public void Cover_is_no_evidence() =>
        Assert.Empty(EvidenceRegister.Of([Entry(0, 1, 1) with { ItemCode = ItemAnswer.Cover }]).Lines);

    [Fact]
    public void Restricted_on_one_item_is_restricted_in_the_register() =>
        Assert.True(EvidenceRegister.Of([Entry(0, 1, 1), Entry(0, 2, 1, restricted: true)]).Lines.Single().Document.Restricted);

    [Fact]
    public void Numbers_have_no_gap_and_every_document_that_was_not_rejected_has_one() => Entries.Sample(entries =>
    {
        var lines = EvidenceRegister.Of(entries).Lines;

        Assert.Equal(Enumerable.Range(1, lines.Count), lines.Select(l => l.Number));
        Assert.Equal(Proving(entries).Select(e => (e.UnitCode, e.DocumentId)).Distinct().Order(), lines.Select(l => (l.Document.UnitCode, l.Document.DocumentId)).Order());
    });

    [Fact]
    public void Line_names_the_items_it_proves_in_the_letters_order() => Entries.Sample(entries =>
        Assert.All(EvidenceRegister.Of(entries).Lines, l =>
        {
            var mine = Proving(entries).Where(e => (e.UnitCode, e.DocumentId) == (l.Document.UnitCode, l.Document.DocumentId)).OrderBy(e => e.ItemOrder).ToList();
            Assert.Equal(mine.Select(e => e.ItemCode), l.ItemCodes);
            Assert.Equal(mine[0].ItemCode, l.Document.ItemCode);
            Assert.Equal(mine.TrueForAll(e => e.Decision == LinkDecision.Accepted), l.Decided);
        }));

    [Fact]
    public void Lines_stand_by_unit_then_first_item_then_document() => Entries.Sample(entries =>
    {
        var keys = EvidenceRegister.Of(entries).Lines.Select(l => (l.Document.UnitOrder, l.Document.ItemOrder, l.Document.DocumentId)).ToList();

        Assert.Equal(keys.Order(), keys);
    });

    [Fact]
    public void Each_rejection_stands_once_in_the_second_list() => Entries.Sample(entries =>
        Assert.Equal(
            entries.Where(e => e.Decision == LinkDecision.Rejected).OrderBy(e => e.UnitOrder).ThenBy(e => e.ItemOrder).ThenBy(e => e.DocumentId).Select(e => (e.UnitCode, e.ItemCode, e.DocumentId, e.Reason)),
            EvidenceRegister.Of(entries).Rejected.Select(e => (e.UnitCode, e.ItemCode, e.DocumentId, e.Reason))));

    [Fact]
    public void Order_of_what_comes_in_does_not_matter() => Gen.Select(Entries, Gen.Int).Sample((entries, seed) =>
    {
        var (one, other) = (EvidenceRegister.Of(entries), EvidenceRegister.Of(entries.OrderBy(e => HashCode.Combine(seed, e.DocumentId, e.ItemCode, e.UnitCode))));

        Assert.Equal(one.Lines.Select(Words), other.Lines.Select(Words));
        Assert.Equal(one.Rejected, other.Rejected);
    });

    private static string Words(RegisterLine l) => $"{l.Number} {l.Document.UnitCode} {l.Document.DocumentId} {string.Join(',', l.ItemCodes)} {l.Decided} {l.Document.Restricted}";

    private static IEnumerable<EvidenceEntry> Proving(IEnumerable<EvidenceEntry> entries) => entries.Where(e => e.Decision != LinkDecision.Rejected);

    private static EvidenceEntry Entry(int unit, int item, int document, LinkDecision decision = LinkDecision.Undecided, int minute = 0, bool restricted = false) => new(
        $"U{unit}", $"Đơn vị {unit}", unit == 3 ? -1 : unit, $"I{item}", item, document, $"{document}.pdf", 10, new string('a', 64),
        new DocumentDescription(EvidenceKind.Official, $"{minute}", null, null, "Trích yếu"), At.AddMinutes(minute), decision, decision == LinkDecision.Rejected ? "Mờ, không đọc được" : null, restricted);
}
