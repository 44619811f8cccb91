using Microsoft.EntityFrameworkCore;
using Portal.Domain.Notices;
using Portal.Domain.Submissions;
using Portal.Platform.Options;

namespace Portal.Platform.Commands;

/// <summary>That some people were told of something.</summary>
/// <param name="Verb">Of what.</param>
/// <param name="SubmissionId">On whose report.</param>
/// <param name="People">Who found it in his inbox.</param>
/// <param name="Mails">To how many of them it goes by e-mail as well.</param>
public sealed record Telling(EventVerb Verb, int? SubmissionId, IReadOnlyList<int> People, int Mails);

/// <summary>Puts what happened into inboxes, and into the outbox of those who want it by e-mail: one notice for each person and each step of a report, however many items the press touched.</summary>
public sealed class Notifying(PortalOptions options)
{
    /// <summary>Tells of the work's events, within its transaction. Nobody is told of his own act.</summary>
    public async Task<IReadOnlyList<Telling>> TellAsync(Work work)
    {
        var told = new List<Telling>();
        var urgings = work.Db.ChangeTracker.Entries<Urging>().Select(e => e.Entity).ToList(); // once: each look compares all that is tracked
        foreach (var report in work.Act.Events.GroupBy(e => (e.RequestId, e.SubmissionId)))
        {
            var pressed = report.Select(e => e.Verb).ToHashSet();
            var place = await Recipients.PlaceAsync(work.Db, report.Key.RequestId, report.Key.SubmissionId);
            foreach (var step in report.GroupBy(e => e.Verb).Where(s => NoticeTable.Of(s.Key).Count > 0 && !NoticeTable.SaidBy(s.Key, pressed)))
            {
                var codes = step.Select(e => e.ItemCode).OfType<string>().Distinct().ToList();
                told.Add(await TellAsync(work, urgings, place, step.Key, codes));
                if (step.Key == EventVerb.SentUp && (await Recipients.HeadsAsync(work.Db, place, work.Act.At)).Count == 0)
                {
                    told.Add(await TellAsync(work, urgings, place, EventVerb.HeadMissing, []));
                }
            }
        }

        return told;
    }

    private async Task<Telling> TellAsync(Work work, List<Urging> urgings, ReportPlace place, EventVerb verb, IReadOnlyList<string> codes)
    {
        var people = await Recipients.OfAsync(work.Db, NoticeTable.Of(verb), place, work.Act, codes);
        var items = string.Join(',', codes);
        work.Db.Notices.AddRange(people.Select(p => new Notice(p, verb, place.RequestId, place.SubmissionId, items, work.Act.At)));
        var mails = options.Mail is null ? [] : await MailsAsync(work, place, verb, items, people);
        work.Db.Outbox.AddRange(mails);
        foreach (var urging in urgings.Where(u => u.SubmissionId == place.SubmissionId && u.At == work.Act.At))
        {
            urging.Told(people.Count, mails.Count); // the log says by which channel
        }

        return new(verb, place.SubmissionId, people, mails.Count);
    }

    private static async Task<List<OutboxMail>> MailsAsync(Work work, ReportPlace place, EventVerb verb, string items, IReadOnlyList<int> people)
    {
        var group = NoticeGroups.Of(verb);
        var wishes = await work.Db.MailWishes.AsNoTracking().Where(w => people.Contains(w.PersonId) && w.Address != null).OrderBy(w => w.PersonId).ToListAsync();
        return [.. wishes.Where(w => w.Of(group) != MailWay.Never)
            .Select(w => new OutboxMail(w.PersonId, w.Address!, verb, place.RequestId, place.SubmissionId, items, work.Act.At, w.Of(group)))];
    }
}
