using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Features.Fill;
using Portal.Shared.Fields;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Fill;

/// <summary>Two people in one form, and typing against sending up: really at once, many times. <c>PORTAL_ROUNDS</c> sets how many times; each check has a careless
/// client, or a write past the rules, in which it must find what was lost.</summary>
[Trait("Engine", "both")]
public sealed class TogetherTests
{
    private const string Unit = "21046", Item = "XA-06";
    private static readonly string[] Fields = ["ketQuaThucHien", "giaiPhap", "deXuatKienNghi"];
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("PORTAL_ROUNDS"), out var rounds) ? rounds : 200;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task In_many_interleavings_of_two_editors_no_text_is_replaced_by_somebody_who_had_not_seen_it(bool careless)
    {
        await using var portal = await TestPortal.CreateAsync();
        var random = new Random(20241123);
        var editors = new[] { new Editor(portal, $"{Unit}.canbo", careless), new Editor(portal, $"{Unit}.thutruong", careless) };
        var written = new List<(string Path, int Version, bool HadSeen)>();
        for (var round = 0; round < Rounds; round++)
        {
            // Both type; sometimes into one field, sometimes each into his own; sometimes one has caught up before.
            var typed = editors.Select(e => (Editor: e, Path: Fields[random.Next(Fields.Length)], Text: $"{e.Name} {round}")).ToList();
            foreach (var editor in editors.Where(_ => random.Next(3) == 0))
            {
                await editor.CatchUpAsync();
            }

            written.AddRange(await Task.WhenAll(typed.Select(t => t.Editor.SaveAsync(t.Path, t.Text))));
        }

        var lost = written.Count(w => !w.HadSeen);
        if (careless)
        {
            Assert.NotEqual(0, lost); // the check sees a loss where there is one
        }
        else
        {
            Assert.Equal(0, lost);
            Assert.All(written.GroupBy(w => (w.Path, w.Version)), same => Assert.Single(same)); // no version was given twice
        }
    }

    [Fact]
    public async Task Of_two_texts_for_one_field_at_once_one_is_saved_and_the_other_writer_is_shown_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        for (var round = 0; round < Math.Min(Rounds, 60); round++)
        {
            var saved = await Task.WhenAll(PatchAsync(portal, $"{Unit}.canbo", Fields[0], $"của cán bộ {round}", round), PatchAsync(portal, $"{Unit}.thutruong", Fields[0], $"của thủ trưởng {round}", round));
            var won = Assert.Single(saved, s => s.Problem is null);
            var lost = Assert.Single(saved, s => s.Problem is not null);
            Assert.Equal(nameof(Problems.FieldChangedMeanwhile), lost.Problem!.Code);
            Assert.Equal((won.Now!.Input, round + 1, false), (lost.Now!.Input, lost.Now.Version, lost.Now.Mine));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_patch_against_sending_up_is_in_the_package_or_refused(bool pastTheRules)
    {
        string[] units = ["21040", "21043", "21046", "21049", "21052", "21055", "21058", "21061", "21064", "21067", "21070", "21073"];
        var rounds = Rounds > 200 ? Rounds : units.Length;
        var (inside, refused, slipped) = (0, 0, 0);
        TestPortal? portal = null;
        for (var round = 0; round < rounds; round++)
        {
            var unit = units[round % units.Length]; // a unit sends up once; then a fresh portal
            if (round % units.Length == 0)
            {
                await using var done = portal;
                portal = await TestPortal.CreateAsync();
            }

            await portal!.FillAsync(unit);
            var report = TestPortal.Report(unit);
            var typing = Enumerable.Range(0, 8).Select(_ => (Func<Task<string?>>)(async () =>
            {
                var patch = new FieldPatch("deXuatKienNghi", "Đề nghị bố trí thêm kinh phí.", 0, Guid.NewGuid());
                var saved = await portal.As($"{unit}.canbo").Get<SaveFields>().RunAsync(report, Item, [patch]);
                return saved.Problem?.Code ?? saved.Value!.Single().Problem?.Code;
            })).ToList();
            var sending = Task.Run(() => portal.As($"{unit}.canbo").Get<SendUp>().RunAsync(report, null, Guid.NewGuid()));
            var answers = await Task.WhenAll(typing.Skip(round % 8).Select(type => Task.Run(type)));
            Assert.Null(await sending);
            inside += answers.Count(code => code is null);
            refused += answers.Count(code => code is nameof(Problems.LockedWithHead));
            Assert.All(answers, code => Assert.Contains(code, new[] { null, nameof(Problems.LockedWithHead), nameof(Problems.FieldChangedMeanwhile) }));
            if (pastTheRules)
            {
                await using var db = portal.Open();
                var at = (await portal.ReadAsync(unit)).Find(Item)!.Id;
                await db.Values.Where(v => v.ItemAnswerId == at && v.Path == "ketQuaThucHien").ExecuteUpdateAsync(set => set.SetProperty(v => v.Value, "Lọt vào sau khi trình."));
            }

            // The head signs what was hashed: he is refused where anything was saved after the hash was taken.
            var package = (await portal.ReadAsync(unit)).UnderWay!;
            slipped += await portal.DoAsync($"{unit}.thutruong", unit, Permission.SignOff, (s, act, forms) => s.SignOff(act, forms, package.Hash, null)) is null ? 0 : 1;
        }

        await using var last = portal;
        TestContext.Current.TestOutputHelper?.WriteLine($"{inside} in the package, {refused} refused");
        Assert.Equal(pastTheRules ? rounds : 0, slipped);
    }

    private static async Task<PatchResult> PatchAsync(TestPortal portal, string who, string path, string text, int seen)
    {
        var saved = await portal.As(who).Get<SaveFields>().RunAsync(TestPortal.Report(Unit), Item, [new(path, text, seen, Guid.NewGuid())]);
        Assert.Null(saved.Problem);
        return saved.Value!.Single();
    }

    /// <summary>Somebody at a form, as the browser's script behaves: he knows versions from what he was shown; told of another's text he looks at it and then writes his over it.</summary>
    private sealed class Editor(TestPortal portal, string name, bool careless)
    {
        private readonly Dictionary<string, int> shown = [];

        public string Name => name;

        public async Task CatchUpAsync()
        {
            var now = (await portal.As(name).Get<FieldsNow>().RunAsync(TestPortal.Report(Unit), Item, 0)).Value!;
            foreach (var field in now.Fields)
            {
                shown[field.Path] = field.Version;
            }
        }

        public async Task<(string Path, int Version, bool HadSeen)> SaveAsync(string path, string text)
        {
            while (true)
            {
                var known = shown.GetValueOrDefault(path);
                var result = await PatchAsync(portal, name, path, text, careless ? await LatestAsync(path) : known);
                if (result.Problem is null)
                {
                    shown[path] = result.Now!.Version;
                    return (path, result.Now.Version, result.Now.Version - 1 == known);
                }

                if (!careless)
                {
                    shown[path] = result.Now!.Version; // he is shown the other's text, and chooses his own
                }
            }
        }

        private async Task<int> LatestAsync(string path)
        {
            await using var db = portal.Open();
            return await db.Answers.Where(a => a.ItemCode == Item && a.SubmissionId == db.Submissions.First(s => s.UnitCode == db.Units.First(u => u.LoginCode == Unit).Code).Id)
                .SelectMany(a => a.Values).Where(v => v.Path == path).Select(v => v.Version).SingleOrDefaultAsync();
        }
    }
}
