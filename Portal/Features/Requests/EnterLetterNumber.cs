using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Requests;

/// <summary>Ghi số, ngày văn bản: what the letter left blank when its file was made.</summary>
public sealed class EnterLetterNumber(Writer writer, FormCatalog forms)
{
    /// <summary>Enters them.</summary>
    /// <param name="requestCode">Which request.</param>
    /// <param name="number">The number as the letter bears it, with the symbol.</param>
    /// <param name="day">The letter's day.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(string requestCode, string? number, DateOnly? day, Guid key) =>
        (await writer.RunAsync<bool>(nameof(EnterLetterNumber), requestCode, key, async work =>
        {
            var opened = await Gate.OpenAsync(work.Db, work.Act.Actor, requestCode, RequestPermission.Run);
            if (opened.Value is not { } request)
            {
                return opened.Problem!;
            }

            var letter = (await forms.OfAsync(request.Id, request.FormVersion)).Letter;
            return (request.EnterNumber(work.Act.At, number, day, letter.NumberPattern) ?? work.Act.Note(EventVerb.LetterNumbered, request.Id, request.LetterNumber)) is { } problem ? problem : true;
        })).Problem;
}
