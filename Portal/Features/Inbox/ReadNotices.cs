using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Platform.Commands;
using Portal.Platform.Live;

namespace Portal.Features.Inbox;

/// <summary>Đánh dấu đã đọc: one notice that was opened, or all. Each person only his own.</summary>
public sealed class ReadNotices(Writer writer, NoticeFeed feed)
{
    /// <summary>Marks them.</summary>
    /// <param name="noticeId">Which; null for all.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(long? noticeId, Guid key)
    {
        var read = await writer.RunAsync<int>(nameof(ReadNotices), null, key, async work =>
        {
            var own = await work.Db.Notices.Where(n => n.PersonId == work.Act.Actor.PersonId && (noticeId == null ? n.ReadAt == null : n.Id == noticeId)).ToListAsync();
            if (noticeId is not null && own.Count == 0)
            {
                return Problem.NotFound;
            }

            own.ForEach(n => n.Read(work.Act.At));
            return work.Act.Actor.PersonId;
        });
        if (read is { Problem: null })
        {
            feed.Publish([read.Value]); // the bell counts again, on this page and on others
        }

        return read.Problem;
    }
}
