namespace Portal.Platform.Documents;

/// <summary>Cells by their address, as spreadsheets name them: B5 is row 5, column 2.</summary>
public static class CellAddress
{
    /// <summary>The last row a sheet can have.</summary>
    public const int LastRow = 1_048_576;

    /// <summary>The last column a sheet can have.</summary>
    public const int LastColumn = 16_384;

    /// <summary>Row and column as an address, from 1.</summary>
    public static string Of(int row, int column)
    {
        var letters = "";
        for (var rest = column; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + (rest - 1) % 26) + letters;
        }

        return $"{letters}{row}";
    }

    /// <summary>An address as row and column, or null when it is none.</summary>
    public static (int Row, int Column)? Parse(string address)
    {
        var (row, column, at) = (0, 0, 0);
        for (; at < address.Length && address[at] is >= 'A' and <= 'Z' && column <= LastColumn; at++)
        {
            column = column * 26 + (address[at] - 'A' + 1);
        }

        var letters = at;
        for (; at < address.Length && char.IsAsciiDigit(address[at]) && row <= LastRow; at++)
        {
            row = row * 10 + (address[at] - '0');
        }

        return letters > 0 && at == address.Length && row is > 0 and <= LastRow && column is > 0 and <= LastColumn ? (row, column) : null;
    }
}
