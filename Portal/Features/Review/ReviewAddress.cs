using Portal.App;

namespace Portal.Features.Review;

/// <summary>The reviewer's page as an address: which item is open, and which part of the queue is shown.</summary>
public static class ReviewAddress
{
    /// <summary>The name, in the address, of the document that is open beside the item.</summary>
    public const string Document = "van-ban";

    private static readonly IReadOnlyDictionary<QueueFilter, string> Words = new Dictionary<QueueFilter, string>
    {
        [QueueFilter.All] = "tat-ca",
        [QueueFilter.New] = "moi",
        [QueueFilter.Again] = "bo-sung",
        [QueueFilter.Late] = "qua-han",
        [QueueFilter.NoEvidence] = "thieu-minh-chung",
        [QueueFilter.Talk] = "trao-doi",
        [QueueFilter.Reopen] = "de-nghi-mo-lai",
    };

    /// <summary>The filter that the address names; all for anything else.</summary>
    public static QueueFilter Filter(string? word) => Words.FirstOrDefault(w => w.Value == word).Key;

    /// <summary>The address of a row, or of the queue alone.</summary>
    public static string Of(QueueRow? row, QueueFilter filter)
    {
        var address = row is null ? Urls.Review : Urls.ReviewAt(row.Report.RequestCode, row.Report.UnitLogin, row.ItemCode);
        return filter == QueueFilter.All ? address : $"{address}{(row is null ? '?' : '&')}trang-thai={Words[filter]}";
    }
}
