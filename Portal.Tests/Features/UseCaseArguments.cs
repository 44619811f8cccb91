using System.Reflection;
using System.Security.Claims;
using Portal.Domain;
using Portal.Domain.Calendar;
using Portal.Domain.Consolidation;
using Portal.Domain.Notices;
using Portal.Domain.Requests.Drafting;
using Portal.Domain.Submissions;
using Portal.Features.AuditLog;
using Portal.Features.Calendar;
using Portal.Features.Consolidation;
using Portal.Features.Drafting;
using Portal.Features.Evidence;
using Portal.Features.Reasons;
using Portal.Features.Requests;
using Portal.Features.Units;
using Portal.Features.Workbook;
using Portal.Platform.Files;
using Portal.Shared.Fields;
using Portal.Tests.Domain.Requests;
using Portal.Tests.Support;

namespace Portal.Tests.Features;

/// <summary>Calls a use case with arguments of the right shape, so that nothing but the right of the person decides.</summary>
internal static class UseCaseArguments
{
    /// <summary>Runs it.</summary>
    /// <returns>The problem that came back, or null.</returns>
    public static async Task<Problem?> CallAsync(object useCase, string unit, Submission report, DateTimeOffset now)
    {
        var run = useCase.GetType().GetMethod("RunAsync", BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)!;
        var task = (Task)run.Invoke(useCase, [.. run.GetParameters().Select(p => Make(p, unit, report, now))])!;
        await task;
        return task.GetType().GetProperty("Result")?.GetValue(task) switch
        {
            Problem problem => problem,
            { } outcome => (Problem?)outcome.GetType().GetProperty("Problem")?.GetValue(outcome),
            null => null,
        };
    }

    private static object? Make(ParameterInfo parameter, string unit, Submission report, DateTimeOffset now)
    {
        var item = report.Items.First();
        return (parameter.Name, parameter.ParameterType) switch
        {
            (_, var type) when type == typeof(ReportKey) => TestPortal.Report(unit),
            ("unitLogin", _) => unit,
            ("requestCode", _) => TestPortal.RequestCode,
            ("otherCode", _) => null,
            ("definitionJson", _) => AmendedLetter.New.AddField("XA-01", "XA01.06").Json,
            ("order", _) => new AmendmentOrder("Công văn 99/UBND-VX", null, true, now.AddDays(1)),
            ("expectedVersion", _) => report.Request.Version,
            ("number", var type) when type == typeof(int?) => null,
            ("number" or "versionNumber", var type) when type == typeof(int) => 1,
            ("blockId" or "remarkId" or "sendingId", _) => 1,
            ("after" or "before" or "progress", _) => null,
            ("recipe", _) => new BlockRecipe(BlockKind.Text),
            ("choice", _) => SourceChoice.Sent,
            ("settlement", _) => Settlement.Review,
            ("way", _) => SendingWay.Mail,
            ("format", _) => FiguresFormat.Csv,
            ("look", _) => new ReportLook(null, null, null),
            ("seen", var type) when type == typeof(IReadOnlyDictionary<int, int>) => new Dictionary<int, int>(),
            ("seen", var type) when type == typeof(int?) => null,
            ("file", var type) when type == typeof(Guid?) => Guid.NewGuid(),
            ("number", _) => "1234/UBND-VX",
            ("day", _) => new DateOnly(2024, 6, 28),
            ("opensAt", _) => now.AddHours(1),
            ("itemCode", _) => item.ItemCode,
            ("slug", _) => "quy-dat",
            ("unitLogins", _) => new[] { unit },
            ("hours", _) => "24, 2",
            ("atDeadline" or "daily", _) => true,
            ("address", _) => "can.bo@example.gov.vn",
            ("ways", _) => new Dictionary<NoticeGroup, MailWay>(),
            ("since", _) => 0L,
            ("patches", _) => new[] { new FieldPatch("ketQuaThucHien", TestPortal.NothingHappened, item.Values.FirstOrDefault(v => v.Path == "ketQuaThucHien")?.Version ?? 0, Guid.NewGuid()) },
            ("shownVersion", _) => item.CurrentVersion?.Number ?? 1,
            ("shownHash", _) => report.UnderWay?.Hash ?? "",
            ("documentId", _) => item.Links[0].DocumentId,
            ("commentId", _) => item.Comments[0].Id,
            ("assigneeId", _) => 1,
            ("all" or "restricted", _) => true,
            ("announced", _) => new AnnouncedFile(10, "bien-ban.pdf", null, null),
            ("uploadId", _) => Guid.NewGuid(),
            ("bytes", _) => 10L,
            ("notSecret", _) => false,
            ("proposal" or "confirmed", _) => null,
            ("decision", _) => LinkDecision.Accepted,
            ("receivedAt", _) => now,
            ("until" or "from", _) => new DateTimeOffset(2024, 7, 5, 10, 0, 0, TimeSpan.FromHours(7)),
            ("delegateId", _) => 1,
            ("delegationId", _) => unit == "21046" ? 1 : 2,
            ("first" or "last", var type) when type == typeof(DateOnly) => new DateOnly(2024, 11, 1),
            ("successorLogin", _) => "21055",
            ("mergedLogins", _) => new[] { unit, "21049" },
            ("successorLogins", _) => new[] { "21055", "21058" },
            ("groupCode", _) => "ubnd-cac-xa-thi-tran",
            ("aliases", _) => Array.Empty<string>(),
            ("created", _) => null,
            ("typed", var type) when type == typeof(UnitInput) => new UnitInput(null, 0, new("XA-99999", "99999", new("Don vi", "Don vi moi", "Don vi", 99, null, null))),
            ("due", _) => now.AddDays(1),
            ("reasons", _) => new Dictionary<string, string> { [item.ItemCode] = "Bổ sung số liệu." },
            ("key", var type) when type == typeof(Guid) => Guid.NewGuid(),
            ("pastDeadlineConfirmed", _) => false,
            ("versions", _) => Array.Empty<int>(),
            ("package", _) => 1,
            ("typed", var type) when type == typeof(Description) => new Description(Description.Other, null, null, null, "Ảnh chụp", false, item.Links[0].Document.Version),
            ("file", var type) when type == typeof(StoredFile) => new StoredFile(new string('b', 64), 10, FileKind.Pdf, "bien-ban.pdf"),
            ("filter", var type) when type == typeof(AuditFilter) => new AuditFilter(null, null, null),
            ("filter" or "page" or "noticeId" or "only", _) => null,
            ("body", _) => Stream.Null,
            ("file", var type) when type == typeof(Guid) => Guid.NewGuid(),
            ("brought", _) => Guid.NewGuid(),
            ("cells", _) => new[] { new ImportCell(item.ItemCode, "giaiPhap", TestPortal.NothingHappened, item.Values.FirstOrDefault(v => v.Path == "giaiPhap")?.Version ?? 0) },
            ("personId", _) => 1,
            ("holidayId", _) => 1,
            ("reasonId", _) => 1,
            ("year", _) => null,
            ("version", _) => 0,
            ("typed", var type) when type == typeof(HolidayInput) => new HolidayInput(null, 0, new DateOnly(2028, 1, 1), "Tết Dương lịch", HolidayKind.DayOff, true),
            ("typed", var type) when type == typeof(ReasonInput) => new ReasonInput(null, 0, TestLetter.Coordinating, ReasonKind.Item, "Đề nghị nêu rõ nguồn số liệu."),
            ("letter" or "json", _) => BinhSonLetter.Json,
            ("ct", _) => CancellationToken.None,
            ("seen", _) => 0,
            ("templateId", _) => 1,
            ("edit", _) => new SetFact("place", "Bình Sơn"),
            ("pick", _) => new UnitPick("G1", ["CAH"], []),
            ("fileName", _) => "cong-van.txt",
            ("archived" or "begins", _) => false,
            ("outside", _) => new ClaimsPrincipal(new ClaimsIdentity()),
            ("source", _) => "127.0.0.1",
            (_, var type) when type == typeof(string) => "Lý do",
            var (name, type) => throw new NotSupportedException($"Say in {nameof(UseCaseArguments)} what to give for {type.Name} {name} of {parameter.Member.DeclaringType!.Name}."),
        };
    }
}
