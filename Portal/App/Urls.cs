using Portal.Domain.Submissions;

namespace Portal.App;

/// <summary>The only place where addresses are spelled. Route templates are constants for <c>@attribute [Route(...)]</c>; functions fill them in.</summary>
public static partial class Urls
{
    public const string Root = "/";
    public const string SignIn = "/dang-nhap";
    /// <summary>To Microsoft, where it is configured; and back.</summary>
    public const string SignInMicrosoft = SignIn + "/microsoft";
    public const string SignInMicrosoftDone = SignInMicrosoft + "/xong";
    public const string SignInMicrosoftFailed = SignIn + "?loi=microsoft";
    public const string SignInNotLinked = SignIn + "?loi=chua-noi";
    public const string SignOut = "/dang-xuat";
    public const string NotFound = "/khong-tim-thay";
    public const string Error = "/loi";
    public const string SetClock = "/dat-gio";

    /// <summary>Home of the officer: what is left to do.</summary>
    public const string Tasks = "/viec-can-lam";
    /// <summary>Home of the head: what waits for his sign-off.</summary>
    public const string SignOffQueue = "/cho-duyet";
    /// <summary>Who acts in the head's place: <c>?don-vi=21046</c> for the administrator.</summary>
    public const string Delegations = "/uy-quyen";
    /// <summary>Home of the coordinator, and where a leader reviews what no coordinator may: <c>?don-vi=21046&amp;noi-dung=XA-01&amp;trang-thai=</c>.</summary>
    public const string Review = "/tiep-nhan";
    /// <summary>What coordinators usually ask supplements for.</summary>
    public const string Reasons = "/ly-do-thuong-dung";
    /// <summary>Home of leader and observer.</summary>
    public const string Overview = "/tong-quan";
    public const string Meeting = "/trinh-chieu";
    public const string Grid = "/tien-do";
    /// <summary>GET: the grid as a workbook.</summary>
    public const string GridWorkbookRoute = Grid + "/{RequestCode}/tien-do.xlsx";
    /// <summary>Two requests side by side: <c>?yeu-cau=&amp;voi=</c>.</summary>
    public const string Compare = "/so-sanh";
    /// <summary>What was sent, found by its words: <c>?q=&amp;loai=</c>.</summary>
    public const string Search = "/tim-kiem";
    /// <summary>Themes of the letter: offices' answers, units' figures, sources compared. The first theme where the address names none.</summary>
    public const string Themes = "/chuyen-de";
    public const string ThemeRoute = Themes + "/{ThemeSlug}";
    /// <summary>What is being talked about items: <c>?xem=tat-ca</c> for what is resolved too.</summary>
    public const string Talk = "/trao-doi";
    public const string TalkAllView = "tat-ca";
    public const string TalkAll = Talk + "?xem=" + TalkAllView;
    public const string Inbox = "/thong-bao";
    /// <summary>The person's own settings: address, which notices go by e-mail.</summary>
    public const string Profile = "/ho-so";
    /// <summary>Who is late or owes something, and who was urged when: <c>?yeu-cau=</c>.</summary>
    public const string Urging = "/don-doc";
    /// <summary>GET: the reminder letter to the units that are late, as .docx.</summary>
    public const string ReminderLetterRoute = Urging + "/{RequestCode}/van-ban.docx";
    /// <summary>Whether e-mail leaves, for the administrator.</summary>
    public const string MailDesk = "/thu-dien-tu";
    /// <summary>Home of the administrator.</summary>
    public const string Units = "/don-vi";
    /// <summary>Units out of a workbook: <c>?tep=</c> what was read.</summary>
    public const string UnitImport = Units + "/nhap-excel";
    /// <summary>GET: the units as a workbook. POST: the changed one, to be looked at.</summary>
    public const string UnitsWorkbook = Units + "/danh-muc.xlsx";
    /// <summary>Groups of units: <c>?nhom=</c> one to change.</summary>
    public const string UnitGroups = "/nhom-don-vi";
    /// <summary>One unit, for the administrator.</summary>
    public const string UnitRoute = Units + "/{UnitLogin}";
    public const string People = "/nguoi-dung";
    /// <summary>The days that are not worked: <c>?nam=2024</c>.</summary>
    public const string Holidays = "/ngay-nghi";
    public const string AuditLog = "/nhat-ky";
    /// <summary>What this machine keeps of typed text that the server does not have yet.</summary>
    public const string Drafts = "/ban-nhap";

    /// <summary>All requests of the person's office.</summary>
    public const string Requests = "/yeu-cau";
    /// <summary>Where a request begins: a letter, another request, a file.</summary>
    public const string NewRequest = "/yeu-cau/moi";
    /// <summary>Takes a letter's file; the body is the file itself.</summary>
    public const string LetterFile = NewRequest + "/cong-van";
    /// <summary>Writing a request: <c>?buoc=2</c>.</summary>
    public const string DraftRoute = "/yeu-cau/{RequestCode}/soan";
    /// <summary>With what is archived and cancelled.</summary>
    public const string RequestsWithArchive = Requests + "?luu-tru=1";
    /// <summary>What is being written becomes the next form version.</summary>
    public const string AmendRoute = "/yeu-cau/{RequestCode}/ap-dung";
    /// <summary>A request's definition, as a file.</summary>
    public const string DefinitionRoute = "/yeu-cau/{RequestCode}/dinh-nghia.json";
    public const string RequestRoute = "/yeu-cau/{RequestCode}";
    public const string ReportRoute = "/yeu-cau/{RequestCode}/don-vi/{UnitLogin}";
    public const string ItemRoute = ReportRoute + "/noi-dung/{ItemCode}";
    public const string CheckRoute = ReportRoute + "/xem-lai";
    public const string SignOffRoute = ReportRoute + "/duyet";
    public const string AssignRoute = ReportRoute + "/phan-cong";
    public const string DeadlineRoute = ReportRoute + "/thoi-han";
    /// <summary>A coordinator enters for the unit what came on paper.</summary>
    public const string EntryRoute = ReportRoute + "/nhap-thay";
    /// <summary>The unit's head confirms what was entered, or objects.</summary>
    public const string ConfirmEntryRoute = ReportRoute + "/xac-nhan";
    /// <summary>GET: what was sent as .docx in the unit's letterhead.</summary>
    public const string ReportLetterRoute = ReportRoute + "/bao-cao.docx";
    public const string ReceiptRoute = ReportRoute + "/bien-nhan/{Package:int}";
    /// <summary>GET: the receipt as .docx.</summary>
    public const string ReceiptLetterRoute = ReceiptRoute + "/bien-nhan.docx";

    /// <summary>Answers out of a workbook (<c>?tep=</c> what was read) or an earlier report (<c>?nguon=lan-truoc</c>).</summary>
    public const string ImportRoute = ReportRoute + "/nhap-excel";

    /// <summary>The last accepted report to an earlier request.</summary>
    public const string EarlierSource = "lan-truoc";

    // Endpoints that pages call by fetch.
    public const string FieldsRoute = ItemRoute + "/o";
    public const string DraftKey = Drafts + "/khoa";
    /// <summary>Files on their way to an item (tus 1.0).</summary>
    public const string UploadsRoute = ItemRoute + "/tai-len";
    public const string UploadOfRoute = UploadsRoute + "/{UploadId:guid}";
    public const string DocumentsRoute = ItemRoute + "/minh-chung";
    public const string DocumentRoute = ReportRoute + "/minh-chung/{DocumentId:int}";

    /// <summary>All evidence of a request, a unit or an item, as one archive.</summary>
    public const string RequestArchiveRoute = RequestRoute + "/" + ArchiveName;
    public const string ReportArchiveRoute = ReportRoute + "/" + ArchiveName;
    public const string ItemArchiveRoute = ItemRoute + "/" + ArchiveName;
    private const string ArchiveName = "minh-chung.zip";
    /// <summary>GET: everything of a request as one archive, to be read without the portal.</summary>
    public const string WholeArchiveRoute = RequestRoute + "/" + WholeArchiveName;
    private const string WholeArchiveName = "ho-so.zip";

    public const string WorkbookRoute = ReportRoute + "/bieu-mau.xlsx";
    public const string DocumentLinkRoute = ItemRoute + "/minh-chung/{DocumentId:int}";
    public const string CommentsRoute = ItemRoute + "/trao-doi";
    public const string ResolveRoute = ItemRoute + "/trao-doi/{CommentId:int}/giai-quyet";

    /// <summary>A step of writing a request, from 1.</summary>
    public static string DraftStep(string requestCode, int step) => $"/yeu-cau/{requestCode}/soan?buoc={step}";

    public static string Amend(string requestCode) => $"/yeu-cau/{requestCode}/ap-dung";

    public static string Definition(string requestCode) => $"/yeu-cau/{requestCode}/dinh-nghia.json";

    /// <summary>The letter, its items and its units.</summary>
    public static string Request(string requestCode) => $"/yeu-cau/{requestCode}";

    /// <summary>One unit's report: items, timeline, versions.</summary>
    public static string Unit(string unitLogin) => $"{Units}/{unitLogin}";

    /// <summary>What a workbook of units that was read would change.</summary>
    public static string UnitImportOf(Guid file) => $"{UnitImport}?tep={file:N}";

    /// <summary>One group of units, to be changed.</summary>
    public static string UnitGroup(string groupCode) => With(UnitGroups, ("nhom", groupCode));

    public static string Report(ReportKey r) => $"/yeu-cau/{r.RequestCode}/don-vi/{r.UnitLogin}";

    /// <summary>One item (or <c>COVER</c>) of one unit: the form for those who may edit, the sent version for others.</summary>
    public static string Item(ReportKey r, string itemCode) => $"{Report(r)}/noi-dung/{itemCode}";

    /// <summary>Check answers before sending up.</summary>
    public static string Check(ReportKey r) => $"{Report(r)}/xem-lai";

    /// <summary>A unit's report at one item.</summary>
    public static string ReportAt(ReportKey r, string itemCode) => $"{Report(r)}?noi-dung={itemCode}";

    /// <summary>The head's sign-off.</summary>
    public static string SignOff(ReportKey r) => $"{Report(r)}/duyet";

    /// <summary>The delegations of one unit.</summary>
    public static string DelegationsOf(string unitLogin) => $"{Delegations}?don-vi={unitLogin}";

    /// <summary>GET: the unit's report as a workbook to fill in. POST: the filled one, to be looked at.</summary>
    public static string Workbook(ReportKey r) => $"{Report(r)}/bieu-mau.xlsx";

    /// <summary>Answers out of a workbook or an earlier report.</summary>
    public static string Import(ReportKey r) => $"{Report(r)}/nhap-excel";

    /// <summary>What a workbook that was read would change.</summary>
    public static string ImportOf(ReportKey r, Guid file) => $"{Import(r)}?tep={file:N}";

    /// <summary>What the last accepted report would fill in.</summary>
    public static string ImportOfEarlier(ReportKey r) => $"{Import(r)}?nguon={EarlierSource}";

    /// <summary>The receipt of one package.</summary>
    public static string Receipt(ReportKey r, int package) => $"{Report(r)}/bien-nhan/{package}";

    /// <summary>The receipt of one package as .docx.</summary>
    public static string ReceiptLetter(ReportKey r, int package) => $"{Receipt(r, package)}/bien-nhan.docx";

    /// <summary>A unit's report as .docx.</summary>
    public static string ReportLetter(ReportKey r) => $"{Report(r)}/bao-cao.docx";

    /// <summary>PATCH: fields of the working copy. GET: what changed in it.</summary>
    public static string Fields(ReportKey r, string itemCode) => $"{Item(r, itemCode)}/o";

    /// <summary>POST: room for one file on its way to an item.</summary>
    public static string Uploads(ReportKey r, string itemCode) => $"{Item(r, itemCode)}/tai-len";

    /// <summary>HEAD, PATCH, DELETE: one file on its way.</summary>
    public static string UploadOf(ReportKey r, string itemCode, Guid upload) => $"{Uploads(r, itemCode)}/{upload}";

    /// <summary>POST: a file that has arrived becomes a document of the item.</summary>
    public static string Documents(ReportKey r, string itemCode) => $"{Item(r, itemCode)}/minh-chung";

    /// <summary>GET: the file, as attachment. PATCH: its description.</summary>
    public static string Document(ReportKey r, int documentId) => $"{Report(r)}/minh-chung/{documentId}";

    /// <summary>GET: all evidence of a request.</summary>
    public static string Archive(string requestCode) => $"{Request(requestCode)}/{ArchiveName}";

    /// <summary>GET: everything of a request.</summary>
    public static string WholeArchive(string requestCode) => $"{Request(requestCode)}/{WholeArchiveName}";

    /// <summary>GET: all evidence of a unit's report.</summary>
    public static string Archive(ReportKey r) => $"{Report(r)}/{ArchiveName}";

    /// <summary>GET: all evidence of one item.</summary>
    public static string Archive(ReportKey r, string itemCode) => $"{Item(r, itemCode)}/{ArchiveName}";

    /// <summary>PUT, DELETE: a document on an item.</summary>
    public static string DocumentLink(ReportKey r, string itemCode, int documentId) => $"{Item(r, itemCode)}/minh-chung/{documentId}";

    /// <summary>Who is late or owes something in one request.</summary>
    public static string UrgingOf(string requestCode) => $"{Urging}?yeu-cau={requestCode}";

    /// <summary>GET: the reminder letter to the units that are late.</summary>
    public static string ReminderLetter(string requestCode) => $"{Urging}/{requestCode}/van-ban.docx";

    /// <summary>POST: one comment on an item.</summary>
    public static string Comments(ReportKey r, string itemCode) => $"{Item(r, itemCode)}/trao-doi";

    /// <summary>POST: a comment is resolved, and what was open before it.</summary>
    public static string Resolve(ReportKey r, string itemCode, int commentId) => $"{Comments(r, itemCode)}/{commentId}/giai-quyet";

    /// <summary>The item at what is said about it.</summary>
    public static string TalkOf(ReportKey r, string itemCode) => $"{Item(r, itemCode)}#trao-doi";

    /// <summary>The deadline of one report: extensions asked and decided, why it was late.</summary>
    public static string Deadline(ReportKey r) => $"{Report(r)}/thoi-han";

    /// <summary>A coordinator enters for the unit what came on paper.</summary>
    public static string Entry(ReportKey r) => $"{Report(r)}/nhap-thay";

    /// <summary>The unit's head confirms what was entered, or objects.</summary>
    public static string ConfirmEntry(ReportKey r) => $"{Report(r)}/xac-nhan";

    /// <summary>The head hands the items to his people.</summary>
    public static string Assign(ReportKey r) => $"{Report(r)}/phan-cong";

    /// <summary>The overview of one request (null: the newest), its list of units narrowed down by a filter and a group and in an order (null: all, all, the letter's).</summary>
    public static string OverviewOf(string? requestCode, string? filter, string? groupCode = null, string? order = null) =>
        With(Overview, ("yeu-cau", requestCode), ("loc", filter), ("nhom", groupCode), ("sap-xep", order));

    /// <summary>One request (null: the newest) beside the one before.</summary>
    public static string CompareOf(string? requestCode) => With(Compare, ("yeu-cau", requestCode));

    /// <summary>The board for a meeting room.</summary>
    public static string MeetingOf(string? requestCode) => With(Meeting, ("yeu-cau", requestCode));

    /// <summary>The grid of one request.</summary>
    public static string GridOf(string requestCode) => $"{Grid}?yeu-cau={requestCode}";

    /// <summary>GET: the grid of one request as a workbook.</summary>
    public static string GridWorkbook(string requestCode) => $"{Grid}/{requestCode}/tien-do.xlsx";

    /// <summary>A theme of one request (null: the newest).</summary>
    public static string Theme(string? requestCode, string slug) => With($"{Themes}/{slug}", ("yeu-cau", requestCode));

    private static string With(string address, params (string Name, string? Value)[] query) =>
        string.Join('&', query.Where(q => q.Value is not null).Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value!)}")) is { Length: > 0 } said ? $"{address}?{said}" : address;

    /// <summary>The review page at one item.</summary>
    public static string ReviewAt(string requestCode, string unitLogin, string itemCode) => $"{Review}?yeu-cau={requestCode}&don-vi={unitLogin}&noi-dung={itemCode}";
}
