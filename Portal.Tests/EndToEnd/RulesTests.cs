using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Portal.Domain.Requests;
using Portal.Domain.Requests.Expressions;
using Portal.Tests.Domain.Requests;

namespace Portal.Tests.EndToEnd;

/// <summary>Rules while one types: at once, without a line, and with the server's meaning.</summary>
public sealed class RulesTests(Browsers browsers)
{
    private const int Sheets = 300, Seed = 20240703;
    private const string Total = "Tổng số trẻ em (người dưới 16 tuổi)", Special = "Số trẻ em có hoàn cảnh đặc biệt";

    private static string Item(string unit, string item) => $"/yeu-cau/BS-2024-TREEM-HDND/don-vi/{unit}/noi-dung/{item}";

    [Fact]
    public async Task Broken_rule_is_told_below_its_field_at_once_and_goes_when_it_comes_right()
    {
        var portal = await browsers.PortalAsync();
        await using var visitor = await browsers.SignedInAsync(portal.Address, "21064.canbo");
        await visitor.GoAsync(Item("21064", "XA-06"));
        var page = visitor.Page;
        var told = page.Locator("[data-rule-for='XA06.02']");
        await page.Context.SetOfflineAsync(true); // nobody is asked
        await Field(page, "XA06.02").FillAsync("1.064");
        await Field(page, "XA06.03").FillAsync("12");
        await Assertions.Expect(told).ToBeHiddenAsync(); // blank is never zero
        await Field(page, "XA06.04").FillAsync("1048");
        await Assertions.Expect(told).ToContainTextAsync("1.064 ≠ 12 + 1.048 = 1.060, lệch 4");
        await Field(page, "XA06.04").FillAsync("10.4");
        await Assertions.Expect(told).ToBeHiddenAsync(); // what is not clear is not counted
        await Field(page, "XA06.04").FillAsync("1.052");
        await Assertions.Expect(told).ToBeHiddenAsync();

        // An empty field that nobody has been to is not shouted at; once left empty it is.
        var difficulties = page.Locator("[data-rule-for=khoKhanVuongMac]");
        await page.GetByLabel("Đang giải quyết").CheckAsync();
        await Assertions.Expect(difficulties).ToBeHiddenAsync();
        await Field(page, "khoKhanVuongMac").FocusAsync();
        await Field(page, "khoKhanVuongMac").BlurAsync();
        await Assertions.Expect(difficulties.Locator("[data-rule=R20]")).ToBeVisibleAsync();
        await page.Context.SetOfflineAsync(false);
    }

    [Fact]
    public async Task Browser_and_server_judge_alike()
    {
        var template = BinhSonLetter.Request.Template;
        var random = new Random(Seed);
        var items = template.Items.Keys.Where(i => BrowserRules.Of(template, i) is not null).ToList();
        Assert.Equal(18, items.SelectMany(i => BrowserRules.RulesOf(template, i)).Select(r => r.Code).Distinct().Count());
        var sheets = Enumerable.Range(0, Sheets).Select(k => Made(random, template.Form(items[k % items.Count])!)).ToList();
        var portal = await browsers.PortalAsync();
        await using var visitor = await browsers.VisitorAsync(portal.Address);
        await visitor.Page.GotoAsync("/dang-nhap");
        var browser = await visitor.Page.EvaluateAsync<string[]>("""
            async sheets => {
              const { judge, reader } = await import('/lib/js/rules.js'), { evaluate } = await import('/lib/js/expression.js');
              return sheets.map(({ rules, inputs }) => {
                const data = JSON.parse(rules), root = document.createElement('div');
                for (const [path, value] of Object.entries(inputs)) {
                  const input = document.createElement('input');
                  input.dataset.field = path;
                  input.value = value;
                  root.append(input);
                }
                for (const path of Object.keys(data.fields)) root.append(Object.assign(document.createElement('div'), { className: 'r' }));
                [...root.querySelectorAll('.r')].forEach((box, k) => { box.dataset.ruleFor = Object.keys(data.fields)[k]; });
                const get = reader(root, data);
                const results = data.rules.map(r => `${r.code} ${evaluate(r.tree, get).result}`);
                const said = [...judge(root, data)].flatMap(([path, lines]) => lines.map(l => `${l.code} ${l.kind} ${path} ${l.detail}`)).sort();
                return [...results, ...said].join('\n');
              });
            }
            """, sheets.Select(s => new { rules = BrowserRules.Of(template, s.Item), inputs = s.Typed }));
        var fired = 0;
        for (var k = 0; k < Sheets; k++)
        {
            var (item, sheet, typed) = sheets[k];
            var rules = BrowserRules.RulesOf(template, item);
            var results = rules.Select(r => $"{r.Code} {Evaluation.Of(r.Expression, o => Read(template.Form(item)!, sheet, o)).Result switch { RuleResult.Fires => "fires", RuleResult.DoesNotFire => "holds", _ => "unknown" }}");
            var said = FormCheck.Item(template, sheet, item).Where(f => rules.Any(r => r.Code == f.Code)).Select(f => $"{f.Code} {f.Kind.ToString().ToLowerInvariant()} {f.Path} {f.Detail ?? "null"}").Order(StringComparer.Ordinal).ToList();
            fired += said.Count;
            Assert.True(string.Join('\n', results.Concat(said)) == browser[k],
                $"Seed {Seed}, sheet {k} of {item}: {JsonSerializer.Serialize(typed)}\nserver:\n{string.Join('\n', results.Concat(said))}\nbrowser:\n{browser[k]}");
        }

        Assert.InRange(fired, Sheets / 4, Sheets * 4); // the sheets break rules often enough to say something
    }

    [Fact]
    public async Task Field_appears_and_goes_with_its_condition_and_keeps_what_was_typed()
    {
        var portal = await browsers.PortalAsync();
        await using var visitor = await browsers.VisitorAsync(portal.Address);
        var page = visitor.Page;
        await page.GotoAsync("/dang-nhap");
        await page.EvaluateAsync("""
            async rules => {
              const cell = path => `<td><input data-field="${path}"><p data-rule-for="${path}"></p></td>`;
              document.body.innerHTML = `<div data-form="/small"><div data-rules hidden></div><input data-field="chosen">
                <div data-condition="number"><input data-field="number"><p data-rule-for="number"></p></div><div data-condition="note"><input data-field="note"></div>
                <table><thead><tr><th>name</th><th>cost</th></tr></thead><tbody><tr>${cell('T1/a/name')}${cell('T1/a/cost')}</tr></tbody></table></div>`;
              document.querySelector('[data-rules]').dataset.rules = rules;
              await import('/lib/js/rules.js');
            }
            """, BrowserRules.Of(ConditionTests.Template, "I-01"));
        var (number, note, cost, head) = (page.Locator("[data-condition=number]"), page.Locator("[data-condition=note]"), page.Locator("[data-field='T1/a/cost']"), page.GetByText("cost"));
        await Assertions.Expect(number).ToBeHiddenAsync();
        await Assertions.Expect(head).ToBeHiddenAsync();
        await Field(page, "chosen").FillAsync("true");
        await Assertions.Expect(number).ToBeVisibleAsync();
        await Assertions.Expect(cost).ToBeVisibleAsync();
        await Assertions.Expect(note).ToBeHiddenAsync();
        await Field(page, "number").FillAsync("0");
        await Assertions.Expect(page.Locator("[data-rule-for=number] [data-rule=R1]")).ToBeVisibleAsync();
        await Field(page, "number").FillAsync("2");
        await Assertions.Expect(page.Locator("[data-rule-for=number] [data-rule=R1]")).ToHaveCountAsync(0);
        await Assertions.Expect(note).ToBeVisibleAsync();
        await Field(page, "chosen").FillAsync("false");
        await Assertions.Expect(number).ToBeHiddenAsync();
        await Assertions.Expect(note).ToBeHiddenAsync();
        await Assertions.Expect(cost).ToBeHiddenAsync();
        await Assertions.Expect(Field(page, "number")).ToHaveValueAsync("2");
    }

    private static ILocator Field(IPage page, string path) => page.Locator($"[data-form] [data-field='{path}']");

    private static (string Item, AnswerSheet Sheet, Dictionary<string, string> Typed) Made(Random random, ItemForm form)
    {
        var (values, typed) = (new List<(string, string, string?)>(), new Dictionary<string, string>());
        foreach (var field in form.Fields.Where(f => f.Type is not FieldType.File))
        {
            if (field.Type is not FieldType.Table)
            {
                Put(field.Code, field);
                continue;
            }

            for (var row = random.Next(4); row > 0; row--)
            {
                values.Add((form.ItemCode, $"{field.Code}/r{row}/#", row.ToString(CultureInfo.InvariantCulture)));
                foreach (var column in field.Columns)
                {
                    Put($"{field.Code}/r{row}/{column.Code}", column);
                }
            }
        }

        return (form.ItemCode, new AnswerSheet(values), typed);

        void Put(string path, Field field)
        {
            var value = random.Next(5) == 0 ? null : Value(random, field);
            var text = field.IsNumber || field.Type is FieldType.Date ? FieldInput.Show(field, value) : value ?? "";
            var refused = !FieldInput.Parse(field, text).Ok; // what the server would not take does not stand in its sheet
            values.Add((form.ItemCode, path, refused ? null : value));
            typed[path] = refused ? "" : text;
        }
    }

    private static string Value(Random random, Field field) => field.Type switch
    {
        FieldType.Integer => random.Next(10) == 0 ? random.Next(2000, 2004).ToString(CultureInfo.InvariantCulture) : random.Next(5).ToString(CultureInfo.InvariantCulture),
        _ when field.IsNumber => (random.Next(30) / 10m).ToString("0.##", CultureInfo.InvariantCulture),
        FieldType.Year => "2023",
        FieldType.Date => $"2024-{random.Next(1, 13):00}-{random.Next(1, 29):00}",
        FieldType.Boolean => random.Next(2) == 0 ? "true" : "false",
        FieldType.Choice or FieldType.UnitRef => field.Choices[random.Next(field.Choices.Count)].Code,
        _ => random.Next(2) == 0 ? "chữ" : "  ",
    };

    // As the server's scope reads within one item.
    private static RuleValue Read(ItemForm form, AnswerSheet sheet, Expression operand)
    {
        switch (operand)
        {
            case ColumnSum sum:
                var cells = sheet.Rows(form.ItemCode, sum.Table).Select(r => FieldInput.Number(sheet.Get(form.ItemCode, $"{sum.Table}/{r}/{sum.Column}"))).ToList();
                return cells.Count == 0 || cells.Contains(null) ? RuleValue.Blank : new(Number: cells.Sum());
            case Name name when form.Field(name.Code) is { } field:
                var value = sheet.Get(form.ItemCode, name.Code);
                return field.IsNumber ? new(Number: FieldInput.Number(value)) : field.Type is FieldType.Boolean ? new(Truth: value is null ? null : value == "true") : new(Text: value);
            default:
                return new(Text: ((Name)operand).Code);
        }
    }
}
