using Portal.Domain.Consolidation;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Tests.Domain.Requests;

namespace Portal.Tests.Domain.Consolidation;

/// <summary>Sources made for one test: the letter's units, of which some have answered.</summary>
internal static class MadeSources
{
    public static RequestDefinition Request { get; } = BinhSonLetter.Request;

    /// <summary>Sources in which these answers stand and all others are not started.</summary>
    /// <param name="choice">Which count.</param>
    /// <param name="said">Unit, item, state, values.</param>
    public static ReportSources Of(SourceChoice choice, params (string Unit, string Item, ItemState State, (string Path, string Value)[] Values)[] said)
    {
        var units = Request.Units.ToDictionary(u => u.Code, u => new SourceUnit(u.Code, u.Name, u.Order));
        var answers = (from unit in Request.Units
                       from item in Request.ReportItemsOf(unit.Code)
                       let of = said.FirstOrDefault(s => s.Unit == unit.Code && s.Item == item.Code)
                       select new SourceAnswer(units[unit.Code], unit.Order, item.Code, of.Unit is null ? ItemState.NotStarted : of.State, false, of.Unit is null ? 0 : 1, of.Unit is null ? null : of.Values.ToDictionary(v => v.Path, v => v.Value))).ToList();
        return new(Request, answers, [.. units.Values.Select(u => new SendingLine(u, null, null, null, null, Timeliness.Open, false, false, 0))], choice);
    }

    /// <summary>An accepted answer.</summary>
    public static (string Unit, string Item, ItemState State, (string Path, string Value)[] Values) Accepted(string unit, string item, params (string Path, string Value)[] values) => (unit, item, ItemState.Accepted, values);
}
