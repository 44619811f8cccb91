using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Portal.App;
using Portal.Database;
using Portal.Platform;
using Portal.Platform.Identity;
using Portal.Platform.Mail;
using Portal.Shared;

namespace Portal.Features.Inbox;

/// <summary>Notices as an e-mail: unit, item codes, what happened, until when, and a link. No answer, no reason, no name of a person.</summary>
public sealed class NoticeMail(IDbContextFactory<PortalDb> dbs, FormCatalog forms, PortalClock clock)
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Writes the e-mail, as the person's rights and the reports stand now.</summary>
    /// <param name="claimed">One notice, or those of one morning.</param>
    /// <param name="settings">What links begin with.</param>
    /// <returns>Null when the person no longer acts: nobody is to read it.</returns>
    public async Task<Letter?> WriteAsync(ClaimedMail claimed, MailSettings settings)
    {
        await using var db = dbs.CreateDbContext();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var person = new CurrentUser();
        person.Become(claimed.Mails[0].PersonId);
        if (await person.ReadAsync(db, clock.Now) is not { } reader)
        {
            return null;
        }

        var lines = await NoticeReading.LinesAsync(db, forms, reader, [.. claimed.Mails.Select(m => new NoticeFact(m.Id, m.Verb, m.RequestId, m.SubmissionId, m.ItemCodes, m.At, true))]);
        var first = claimed.Mails[0];
        var subject = first.Digest ? string.Format(MailText.DigestSubject, VietTime.Date(first.DueAt), lines.Count) : string.Format(MailText.Subject, NoticeWords.Of(lines[0]));
        return new(claimed.MessageId, first.Address, subject, Text(lines, first.Digest, settings), Page(lines, first.Digest, settings), clock.Now);
    }

    private static string Text(IReadOnlyList<NoticeLine> lines, bool digest, MailSettings settings)
    {
        var text = new StringBuilder();
        if (digest)
        {
            text.Append(string.Format(MailText.DigestLead, lines.Count)).Append("\r\n\r\n");
        }

        foreach (var line in lines)
        {
            text.AppendJoin("\r\n", Said(line).Append(settings.Link(line.Href))).Append("\r\n\r\n");
        }

        return text.Append("-- \r\n").Append(MailText.Footer).Append("\r\n").Append(MailText.Change).Append(": ").Append(settings.Link(Urls.Profile)).Append("\r\n").ToString();
    }

    private static string Page(IReadOnlyList<NoticeLine> lines, bool digest, MailSettings settings)
    {
        var html = new StringBuilder("<!DOCTYPE html><html lang=\"vi\"><body style=\"font-family:Arial,sans-serif;font-size:16px;line-height:1.5\">");
        if (digest)
        {
            html.Append("<p>").Append(Html.Encode(string.Format(MailText.DigestLead, lines.Count))).Append("</p>");
        }

        foreach (var line in lines)
        {
            var said = Said(line).ToList();
            html.Append("<p><b>").Append(Html.Encode(said[0])).Append("</b>");
            foreach (var more in said.Skip(1))
            {
                html.Append("<br>").Append(Html.Encode(more));
            }

            html.Append("<br><a href=\"").Append(Html.Encode(settings.Link(line.Href))).Append("\">").Append(Html.Encode(MailText.Open)).Append("</a></p>");
        }

        return html.Append("<hr><p><small>").Append(Html.Encode(MailText.Footer)).Append("<br><a href=\"").Append(Html.Encode(settings.Link(Urls.Profile))).Append("\">")
            .Append(Html.Encode(MailText.Change)).Append("</a></small></p></body></html>").ToString();
    }

    private static IEnumerable<string> Said(NoticeLine line)
    {
        yield return NoticeWords.Of(line);
        if (NoticeWords.Items(line) is { } items)
        {
            yield return string.Format(MailText.Items, items);
        }

        if (line.Due is { } due)
        {
            yield return string.Format(MailText.Due, due);
        }

        yield return string.Format(MailText.When, VietTime.DateTime(line.At));
    }
}
