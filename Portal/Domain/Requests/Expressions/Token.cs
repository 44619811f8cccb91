namespace Portal.Domain.Requests.Expressions;

/// <summary>What a piece of a rule is.</summary>
internal enum TokenKind
{
    Number,
    Word,
    Sign,
    End,
    Unknown,
}

/// <summary>A piece of a rule.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As written; empty at the end.</param>
/// <param name="Position">Its first character, counted from 1.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Position)
{
    /// <summary>True for this word or sign.</summary>
    public bool Is(string text) => Kind is TokenKind.Word or TokenKind.Sign && Text == text;

    /// <summary>Cuts a rule into pieces; the last is always the end.</summary>
    public static List<Token> Cut(string rule)
    {
        var tokens = new List<Token>();
        for (var i = 0; i < rule.Length;)
        {
            var start = i;
            if (char.IsWhiteSpace(rule[i]))
            {
                i++;
                continue;
            }
            TokenKind kind;
            if (char.IsAsciiDigit(rule[i]))
            {
                kind = TokenKind.Number;
                while (i < rule.Length && (char.IsAsciiDigit(rule[i]) || (rule[i] == '.' && i + 1 < rule.Length && char.IsAsciiDigit(rule[i + 1]))))
                {
                    i++;
                }
            }
            else if (char.IsAsciiLetter(rule[i]))
            {
                kind = TokenKind.Word;
                while (i < rule.Length && (InWord(rule[i]) || (rule[i] == '.' && i + 1 < rule.Length && InWord(rule[i + 1]))))
                {
                    i++;
                }
            }
            else if (i + 1 < rule.Length && rule.Substring(i, 2) is "<=" or ">=" or "<>")
            {
                kind = TokenKind.Sign;
                i += 2;
            }
            else
            {
                kind = "=<>+-*/()[],".Contains(rule[i]) ? TokenKind.Sign : TokenKind.Unknown;
                i++;
            }
            tokens.Add(new(kind, rule[start..i], start + 1));
        }
        tokens.Add(new(TokenKind.End, "", rule.Length + 1));
        return tokens;
    }

    private static bool InWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
