namespace Portal.Domain.Letters;

/// <summary>Who is asked for what: from numbered and marked paragraphs, from the rows of a table, else from the sentences that ask.</summary>
internal sealed partial class GroupReader
{
    private readonly LetterBlocks _blocks;
    private readonly LetterText _text;
    private readonly LetterTokens _tokens;
    private readonly RequestFinder _requests;
    private readonly ItemReader _items;
    private readonly IReadOnlyList<Found<string>> _addressees;
    private readonly List<Draft> _groups = [];
    private Draft? _default;
    private int _lastMember;

    public GroupReader(LetterBlocks blocks, LetterTokens tokens, RequestFinder requests, ItemReader items, DutyTable table, IReadOnlyList<Found<string>> addressees)
    {
        (_blocks, _text, _tokens, _requests, _items, _addressees) = (blocks, blocks.Text, tokens, requests, items, addressees);
        var outline = new BodyOutline(blocks, requests.IsHeading);
        var asked = Opening(outline.Lead);
        foreach (var node in outline.Top)
        {
            Walk(node, null, asked);
        }
        foreach (var row in table.Rows)
        {
            Group(row.Unit).Items.AddRange(row.Items);
        }
        if (!_groups.Exists(g => g.Items.Count > 0))
        {
            Prose(false);
            if (!_groups.Exists(g => g.Items.Count > 0))
            {
                Prose(true);
            }
        }
        else if (!_groups.Exists(g => g.Items.Exists(i => i.Kind == ReadKind.Report)))
        {
            Closing([.. outline.LooseAll.Select(l => l.Paragraph), .. outline.After]);
        }
        Groups = [.. _groups.Where(g => g.Items.Count > 0).Select(g => new ReadGroup(g.Name, g.Members, g.Items))];
    }

    /// <summary>The groups in the letter's order.</summary>
    public IReadOnlyList<ReadGroup> Groups { get; }

    /// <summary>The sentence that asks and introduces the list.</summary>
    public Found<string>? OpeningText { get; private set; }

    private ReadKind Opening(List<BodyParagraph> lead)
    {
        foreach (var paragraph in lead.AsEnumerable().Reverse())
        {
            foreach (var (from, to) in Clauses.Sentences(_text.Plain, paragraph.From, paragraph.To).AsEnumerable().Reverse())
            {
                if (_requests.Within(from, to) is { } asked)
                {
                    OpeningText = _text.Plain[paragraph.To - 1] == ':' ? _text.Found(asked.Subject, paragraph.To, 0.9) : OpeningText;
                    _default = asked.Names.Count > 0 ? Named(asked) : null;
                    return ItemKinds.Introduces(_text.Plain[asked.After..to]) ? ReadKind.Report : ReadKind.Action;
                }
            }
        }
        if (lead.Count == 0 || _text.Plain[lead[^1].To - 1] != ':' || Clauses.Sentences(_text.Plain, lead[^1].From, lead[^1].To) is not [.., var (start, end)])
        {
            return ReadKind.Action;
        }
        OpeningText = _text.Found(Clauses.Split(_text.Plain, start, end, ';')[^1].From, lead[^1].To, 0.7);
        return ItemKinds.Introduces(_text.Plain[start..end]) ? ReadKind.Report : ReadKind.Action;
    }

    private void Walk(OutlineNode node, Draft? group, ReadKind asked)
    {
        var paragraph = node.Paragraph;
        var from = paragraph.Body;
        var named = paragraph.To - paragraph.Body < 20_000 ? _requests.Heading(paragraph) : null;
        if (named is not null)
        {
            (group, from) = (Group(Named(named)), named.After);
        }
        var plain = _text.Plain[Math.Min(from, paragraph.To)..paragraph.To].Trim();
        var more = node.Below.Count > 0 || node.Loose.Count > 0;
        var introduces = more && plain.EndsWith(':');
        if (introduces)
        {
            asked = ItemKinds.Introduces(plain) ? ReadKind.Report : plain.Length > 25 && named is null ? asked : asked;
        }
        var titles = asked == ReadKind.Action && named is null && node.Below.Count == 0 && node.Loose.Count > 0 && plain.Count(c => c == ' ') < 12 && plain.Length > 0
            && char.IsLetterOrDigit(plain[^1]) && _requests.Order(from) is false && (!IsClosing(node.Loose[0]) || plain.Contains("bao cao", StringComparison.OrdinalIgnoreCase));
        if (node.Below.Count == 0 && node.Loose.Count > 0 && HowToSend().IsMatch(plain))
        {
            return;
        }
        var tables = _text.Plain.AsSpan(paragraph.From, paragraph.To - paragraph.From).Contains('\t');
        var before = group?.Items.Count ?? 0;
        if (plain.Any(char.IsAsciiLetter) && !introduces && !tables && !titles && !(node.Below.Count > 0 && IsTitle(plain, named)) && !(plain.Length < 80 && !plain.Any(char.IsAsciiLetterLower)))
        {
            Add(from, paragraph, group, asked, node);
        }
        if (named is not null && (group?.Items.Count ?? 0) == before && node.Below.Count == 0)
        {
            foreach (var loose in node.Loose.TakeWhile(l => !IsClosing(l)))
            {
                Add(loose.From, loose, group, asked, node);
            }
        }
        foreach (var loose in node.Loose.Where(_ => titles))
        {
            var told = _requests.Within(loose.From, loose.To) ?? _requests.Beginning(loose.From, loose.To);
            Add(told?.After ?? loose.From, loose, told is { Names.Count: > 0 } && !IsGeneral(Named(told).Name.Value) ? Group(Named(told)) : group, asked, node);
        }
        foreach (var below in node.Below)
        {
            Walk(below, group, asked);
        }
    }

    /// <summary>Within a paragraph a later sentence or clause may turn to somebody else: "…; giao Sở Tài chính …".</summary>
    private void Add(int from, BodyParagraph paragraph, Draft? group, ReadKind asked, OutlineNode? node)
    {
        var at = from;
        foreach (var (start, end) in Clauses.Sentences(_text.Plain, from, paragraph.To).SelectMany(s => Clauses.Split(_text.Plain, s.From, s.To, ';')).Skip(1))
        {
            var other = Turns().IsMatch(_text.Plain[start..Math.Min(end, start + 40)]) ? _requests.Within(start, end) : _requests.Beginning(start, end);
            if (other is { Names.Count: > 0 } && other.After < end && !ItemKinds.IsFormula(_text.Plain[start..end]))
            {
                Into(group).Items.AddRange(_items.Read(at, start, paragraph, asked, node?.Reference));
                (group, at) = (Group(Named(other)), other.After);
            }
        }
        Into(group).Items.AddRange(_items.Read(at, paragraph.To, paragraph, asked, node?.Reference));
    }

    private Draft Into(Draft? group) => group ?? Group(_default ?? Everybody());

    /// <param name="introductions">Sentences that end with a colon count too: what they introduce was no list of things asked for.</param>
    private void Prose(bool introductions)
    {
        var found = new List<(BodyParagraph Paragraph, bool Report, bool Cites, int Groups)>();
        foreach (var paragraph in _blocks.Body.Where(p => !_text.Plain.AsSpan(p.From, p.To - p.From).Contains('\t')))
        {
            Draft? group = null;
            foreach (var (from, to) in Clauses.Sentences(_text.Plain, paragraph.From, paragraph.To))
            {
                if (ItemKinds.IsFormula(_text.Plain[from..to]))
                {
                    continue;
                }
                var asked = _requests.Within(from, to) ?? _requests.Beginning(paragraph.Body > from ? paragraph.Body : from, to);
                if (asked is not null && !((_text.Plain[to - 1] == ':' && !introductions) || (to < _text.Plain.Length && _text.Plain[asked.After..to].Trim().Length < 4)))
                {
                    var named = asked.Names.Count > 0 ? Named(asked) : _default ?? Everybody();
                    group = new Draft(named.Name, named.Members) { Cites = Earlier().IsMatch(_text.Plain[from..to]) };
                    group.Items.AddRange(_items.Read(asked.After, to, paragraph, ReadKind.Action, null));
                    _groups.Add(group);
                }
                else if (group is not null && !(group.Items.Exists(i => i.Kind == ReadKind.Report) && SendsOnly().IsMatch(_text.Plain[from..to])) && _items.Read(from, to, paragraph, ReadKind.Action, null) is [{ Kind: ReadKind.Report }, ..] report)
                {
                    group.Items.AddRange(report);
                }
            }
        }
        // A reminder tells what the earlier letter asked for; what counts is what it asks for itself.
        if (_groups.FindAll(g => g.Items.Exists(i => i.Kind == ReadKind.Report)) is { Count: > 1 } asking && asking.Exists(g => !g.Cites))
        {
            _groups.RemoveAll(g => g.Cites && asking.IndexOf(g) is >= 0 and var k && k < asking.Count - 1);
        }
        Merge();
        if (!_groups.Exists(g => g.Items.Exists(i => i.Kind == ReadKind.Report)))
        {
            Closing(_blocks.Body);
        }
    }

    private void Merge()
    {
        for (var i = _groups.Count - 1; i > 0; i--)
        {
            if (_groups.FindIndex(0, i, g => g.Name.Value == _groups[i].Name.Value) is >= 0 and var same)
            {
                _groups[same].Items.AddRange(_groups[i].Items);
                _groups.RemoveAt(i);
            }
        }
    }

    /// <summary>A report asked for in a sentence behind the list of deeds, or in one that names nobody.</summary>
    private void Closing(IReadOnlyList<BodyParagraph> paragraphs)
    {
        foreach (var paragraph in paragraphs.Where(p => !_text.Plain.AsSpan(p.From, p.To - p.From).Contains('\t')))
        {
            foreach (var (from, to) in Clauses.Sentences(_text.Plain, paragraph.Body, paragraph.To))
            {
                var plain = _text.Plain[from..to];
                if (ItemKinds.IsFormula(plain) || Past().IsMatch(plain))
                {
                    continue;
                }
                var asked = _requests.Within(from, to) ?? _requests.Beginning(from, to);
                var start = asked?.After ?? from;
                var report = _items.Read(start, to, paragraph, ReadKind.Action, null).Where(i => i.Kind == ReadKind.Report).ToList();
                if (report.Count > 0 && (asked is not null || Demands().IsMatch(plain)))
                {
                    var group = asked is { Names.Count: > 0 } && !(IsGeneral(Named(asked).Name.Value) && _groups.Count == 1) ? Group(Named(asked)) : _groups.Count == 1 ? _groups[0] : Into(null);
                    group.Items.AddRange(report);
                    return;
                }
            }
        }
    }

    private Draft Group(Draft named)
    {
        if (_groups.Find(g => g.Name.Value == named.Name.Value) is { } same)
        {
            return same;
        }
        _groups.Add(named);
        return named;
    }

    private Draft Named(Asked asked)
    {
        var from = _tokens[asked.Names[0].From].From;
        if (_text.Plain[from.._tokens[asked.Names[0].To - 1].To].IndexOf(':') is >= 0 and var colon)
        {
            from += colon + 1;
        }
        var to = _tokens[asked.Names[^1].To - 1].To;
        var value = _text.Value(from, to);
        value = value.Any(char.IsLower) ? value : AgencyName.Readable(value);
        var members = Members(asked.Names, from);
        var general = IsGeneral(value);
        return new(_text.Found(Capital(value), from, to, general ? 0.6 : 0.9), general && _addressees.Count > 0 ? [.. _addressees.Select(a => a.Value)] : members.Count > 1 ? [.. members.Select(Capital)] : []);
    }

    /// <summary>The single names; "các sở, ban, ngành tỉnh" is one.</summary>
    private List<string> Members(IReadOnlyList<(int From, int To)> names, int from)
    {
        var members = new List<string>();
        foreach (var (first, end) in names)
        {
            var start = members.Count == 0 ? from : _tokens[first].From;
            if (members.Count > 0 && !_tokens[first].IsCapital && _tokens[first].Key is not "ca\u0301c" || (members.Count > 0 && end - first == 1 && members[^1].Length < 25))
            {
                members[^1] = _text.Value(_lastMember, _tokens[end - 1].To);
                continue;
            }
            members.Add(_text.Value(_lastMember = start, _tokens[end - 1].To));
        }
        return members;
    }

    /// <summary>Where nobody is named, whoever is greeted.</summary>
    private Draft Everybody()
    {
        if (_addressees.Count == 0)
        {
            return new(new(LetterGrammar.Everybody, 0, 0, 0.2), []);
        }
        var (first, last) = (_addressees[0], _addressees[^1]);
        return new(new(string.Join("; ", _addressees.Select(a => a.Value)), first.Start, last.Start + last.Length - first.Start, 0.7), _addressees.Count > 1 ? [.. _addressees.Select(a => a.Value)] : []);
    }

    private static bool IsGeneral(string name) => General().IsMatch(new PlainText(name).Letters);

    private bool IsClosing(BodyParagraph paragraph) => _requests.Within(paragraph.From, paragraph.To) is not null || Demands().IsMatch(_text.Plain[paragraph.From..paragraph.To]);

    private static bool IsTitle(string plain, Asked? named) => named is null && (plain.Count(c => c == ' ') < 16 || plain.EndsWith(':'));

    private static string Capital(string value) => value.Length == 0 ? value : char.ToUpperInvariant(value[0]) + value[1..];

    /// <summary>A group while it is read.</summary>
    internal sealed record Draft(Found<string> Name, IReadOnlyList<string> Members)
    {
        public List<ReadItem> Items { get; } = [];

        /// <summary>The sentence tells what an earlier letter asked for.</summary>
        public bool Cites { get; init; }
    }

    private Draft Group(Found<string> unit) => Group(new Draft(unit, []));
}
