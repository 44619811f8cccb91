using Portal.Domain;
using Portal.Domain.Requests.Drafting;
using Portal.Platform.Commands;

namespace Portal.Features.Drafting;

/// <summary>Tạo yêu cầu báo cáo: begins a draft, from a letter or from nothing. What the letter says is proposed; what it leaves blank stays blank.</summary>
public sealed class StartDraft(Writer writer, Starter starter)
{
    /// <summary>Begins it.</summary>
    /// <param name="letter">The letter's text; null begins without one.</param>
    /// <param name="key">One-time key of the press.</param>
    /// <returns>The new request's code.</returns>
    public Task<Outcome<string>> RunAsync(string? letter, Guid key) => writer.RunAsync<string>(nameof(StartDraft), null, key, async work =>
    {
        var written = letter is null ? null : LetterProposal.Clean(letter);
        if (written is { Length: 0 })
        {
            return Problem.Invalid(nameof(Problems.LetterBlank)).At("letter");
        }

        if (written?.Length > LetterProposal.LongestLetter)
        {
            return Problem.Invalid(nameof(Problems.DraftTextTooLong), LetterProposal.LongestLetter).At("letter");
        }

        var begun = await starter.ReadAsync();
        return await NewDraft.AddAsync(work, (code, coordinator) => DraftFile.Start(begun, code, coordinator, written), async file =>
        {
            if (written is not null)
            {
                var choices = await UnitBook.ChoicesAsync(work.Db, work.Act.At);
                var copies = (await UnitBook.OfAsync(work.Db, [.. choices.Units.Select(u => u.Code)])).ToDictionary(u => u.Code);
                LetterProposal.Propose(file, new(choices.Units, choices.Groups), codes => [.. codes.Select(c => copies[c])]);
            }
        });
    });
}
