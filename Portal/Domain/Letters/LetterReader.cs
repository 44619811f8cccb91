using System.Text.RegularExpressions;

namespace Portal.Domain.Letters;

/// <summary>Reads the parts of a letter one after the other, each with its own reader.</summary>
internal sealed partial class LetterReader(LetterText text)
{
    private const int MaxOpening = 1500;

    /// <summary>Reads it whole.</summary>
    public LetterReading Read()
    {
        var tokens = new LetterTokens(text.Composed);
        var units = new UnitNames(tokens);
        var top = new LetterTop(text);
        var blocks = new LetterBlocks(text, top.End);
        var addressees = AddresseeReader.Read(blocks, tokens, units);
        var (from, to) = blocks.BodyPlace;
        var issuer = top.Issuer() ?? (IssuerOfBody(tokens, units, top, from, to) is { } asking && (LetterTop.NamesPlace(asking.Value) || top.IssuerLine() is null) ? asking : top.IssuerLine());
        var deadlines = new DeadlineReader(text, top.Issued?.Value, top.Year);
        var requests = new RequestFinder(text, tokens, units, issuer?.Value);
        var items = new ItemReader(text, tokens, units, deadlines);
        var groups = new GroupReader(blocks, tokens, requests, items, new DutyTable(blocks, items, deadlines), addressees);
        var reports = groups.Groups.SelectMany(g => g.Items).Any(i => i.Kind == ReadKind.Report || (i is { Kind: ReadKind.Coordination, Deadline: not null } && ReportsOn().IsMatch(new PlainText(i.Text.Value).Letters)));
        var choice = new DeadlineChoice(text, deadlines, blocks, top.Issued?.Value, reports);
        var tail = new TailReader(blocks);
        var receiver = new ReceiverReader(text, tokens, units);
        var reading = new LetterReading
        {
            DocumentType = TypeOf(top, from, to),
            IssuingBody = issuer,
            Number = top.Number,
            Symbol = top.Symbol,
            Place = top.Place,
            Subject = top.Subject,
            Date = top.Issued,
            LetterheadLines = top.Lines,
            Addressees = addressees,
            Recipients = tail.Listed,
            Signer = tail.Signer,
            SuperiorReferences = new ReferenceReader(text, tokens, units).Read(from, to, top.Number is { } number && top.Symbol is { } symbol ? $"{number.Value}/{symbol.Value}" : null),
            IsReportingRequest = Asks(groups.Groups, reports),
            Deadline = choice.Chosen?.Deadline,
            OtherDeadlines = [.. choice.Others.Select(o => o.Deadline)],
            DataCutoff = reports ? choice.Cutoff?.Value : null,
            Groups = groups.Groups,
            OpeningText = groups.OpeningText is { Length: < MaxOpening } opening ? opening : null,
            ReceivingUnit = reports ? receiver.Receiving(from, to, choice.Chosen, groups.Groups) : null,
            ReportUpTo = reports ? receiver.UpTo(from, to) : null,
        };
        return reading with { Doubts = new LetterDoubts(text).Of(reading, blocks, choice, tail.CutOff, text.GivenLength) };
    }

    private static Found<bool> Asks(IReadOnlyList<ReadGroup> groups, bool reports)
    {
        var first = groups.SelectMany(g => g.Items).OrderBy(i => i.Kind == ReadKind.Report ? 0 : i.Kind == ReadKind.Coordination ? 1 : 2).FirstOrDefault()?.Text;
        return new(reports, reports ? first!.Start : 0, reports ? first!.Length : 0, reports ? first!.Confidence : groups.Count == 0 ? 0.9 : 0.75);
    }

    private Found<string>? TypeOf(LetterTop top, int from, int to)
    {
        if (top.DocumentType is not { } type || type.Value != LetterGrammar.Letter)
        {
            return top.DocumentType;
        }
        var reminds = (top.Subject is { } subject && Reminder().IsMatch(new PlainText(subject.Value).Letters)) || Address().IsMatch(text.Plain[..Math.Min(text.Plain.Length, 500)]) || Missing().IsMatch(text.Plain[from..to]);
        return reminds ? type with { Value = LetterGrammar.UrgingLetter, Confidence = 0.7 } : type;
    }

    /// <summary>A posting without letterhead: who asks in the body; with the place that the letter itself names beside it.</summary>
    private Found<string>? IssuerOfBody(LetterTokens tokens, UnitNames units, LetterTop top, int from, int to)
    {
        foreach (Match asks in Asks().Matches(text.Plain[from..to]))
        {
            var end = tokens.At(from + asks.Index + asks.Groups["gap"].Length);
            for (var first = Math.Max(tokens.At(from), end - 14); first < end; first++)
            {
                if (tokens[first].IsCapital && !units.IsOffice(first) && units.One(first) == end)
                {
                    var value = LetterTop.Expanded(text.Value(tokens[first].From, tokens[end - 1].To));
                    return text.Found(Placed(value, units, tokens, top), tokens[first].From, tokens[end - 1].To, 0.6);
                }
            }
        }
        return null;
    }

    /// <summary>The same name further on with its place, else the one province or district that the subject or body names.</summary>
    private string Placed(string name, UnitNames units, LetterTokens tokens, LetterTop top)
    {
        if (LetterTop.NamesPlace(name))
        {
            var words = name.Split(' ');
            return string.Join(' ', words.Select((w, i) => i > 0 && LetterWords.Levels.Split('|').Contains(w.ToLowerInvariant()) ? w.ToLowerInvariant() : w));
        }
        for (var at = text.Composed.IndexOf(name + " ", StringComparison.OrdinalIgnoreCase); at >= 0; at = text.Composed.IndexOf(name + " ", at + name.Length, StringComparison.OrdinalIgnoreCase))
        {
            var first = tokens.At(at);
            if (units.One(first) is var end && end > first && text.Value(at, tokens[end - 1].To) is var whole && whole.Length > name.Length && LetterTop.NamesPlace(whole))
            {
                var rest = whole[name.Length..];
                rest = rest.Any(char.IsLower) ? rest : AgencyName.Readable(rest);
                return name + " " + char.ToLowerInvariant(rest.Trim()[0]) + rest.Trim()[1..];
            }
        }
        var level = name.StartsWith(LetterWords.Agencies.Split('|').First(a => a.Length == 2 && a[0] == 'S'), StringComparison.Ordinal) ? Province() : District();
        var places = level.Matches(text.Plain).Take(50).Select(m => text.Value(m.Index, m.Index + m.Length)).Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(p => p.Length).ToList();
        return places is [var only, ..] && top.Lines.Count == 0 && places.TrueForAll(p => p.StartsWith(only, StringComparison.OrdinalIgnoreCase)) ? $"{name} {char.ToLowerInvariant(only[0])}{only[1..]}" : name;
    }

    [GeneratedRegex(@"(?<gap>\s*,?\s+)(?:(?:kinh|tran trong)\s+)?(?:de nghi|yeu cau|thong bao|co y kien|tran trong)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Asks();

    [GeneratedRegex(@"\bbao cao\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ReportsOn();

    [GeneratedRegex(@"\b(?:tinh|thanh pho)\s+[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2}", RegexOptions.CultureInvariant)]
    private static partial Regex Province();

    [GeneratedRegex(@"\b(?:huyen|quan|thi xa|Huyen|Quan)\s+(?:[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2}|\d{1,2})", RegexOptions.CultureInvariant)]
    private static partial Regex District();

    [GeneratedRegex(@"^(?:(?:ve )?(?:viec )?(?:don doc|nhac|nhac nho)\b|khan truong (?:gui|bao cao))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reminder();

    [GeneratedRegex(@"https?://\S*/(?:nhac|don-doc|v-v-nhac|vv-nhac|vv-don-doc)-\S*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b(?:van |hien |den nay )?(?:con \d+ don vi )?chua (?:nhan duoc (?:van ban |)(?:bao cao|danh sach|ket qua)|gui bao cao|bao cao)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Missing();
}
