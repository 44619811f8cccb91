using System.Text;

namespace Portal.Domain.Letters;

/// <summary>How parts of a letter are numbered (Nghị định 30/2020/NĐ-CP, Phụ lục I).</summary>
public static class LetterNumerals
{
    private const string Points = "abcd\u0111eghiklmnopqrstuvxy";

    private static readonly (int Value, string Text)[] Romans =
        [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

    /// <summary>A Roman numeral, from 1 to 3999.</summary>
    public static string Roman(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 3999);
        var text = new StringBuilder();
        foreach (var (value, letters) in Romans)
        {
            for (; number >= value; number -= value)
            {
                text.Append(letters);
            }
        }

        return text.ToString();
    }

    /// <summary>The letter of a point (điểm), in the order of the Vietnamese alphabet; after the last one two letters: <c>aa</c>.</summary>
    /// <param name="number">From 1.</param>
    public static string Point(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        var (times, letter) = Math.DivRem(number - 1, Points.Length);
        return new string(Points[letter], times + 1);
    }
}
