using System.Buffers.Binary;
using Portal.Domain;

namespace Portal.Platform.Files;

/// <summary>What the beginnings of the main streams of .doc ([MS-DOC] 2.5.1) and .xls ([MS-XLS] 2.4) say: a password, or sheets of Excel 4 macros.</summary>
internal static class OleStreams
{
    /// <summary>How much of a stream is looked at; the list of an .xls file's sheets stands near its start.</summary>
    public const int Beginning = 512 * 1024;

    private const int FilePass = 0x2F;
    private const int BoundSheet = 0x85;
    private const int EndOfGlobals = 0x0A;
    private const int MacroSheet = 1;

    /// <summary>The problem of a WordDocument stream, or null.</summary>
    public static string? JudgeWord(ReadOnlySpan<byte> stream) =>
        stream.Length > 12 && Short(stream, 0) == 0xA5EC && (stream[11] & 1) != 0 ? nameof(Problems.FileEncrypted) : null;

    /// <summary>The problem of a Workbook stream, or null.</summary>
    public static string? JudgeExcel(ReadOnlySpan<byte> stream)
    {
        if (stream.Length < 4 || stream[1] != 0x08 || stream[0] != 0x09)
        {
            return null;
        }
        while (stream.Length >= 4 && Short(stream, 0) is var type and not EndOfGlobals)
        {
            var length = Short(stream, 2);
            if (type == FilePass)
            {
                return nameof(Problems.FileEncrypted);
            }
            if (type == BoundSheet && length > 5 && stream.Length > 10 && stream[9] == MacroSheet)
            {
                return nameof(Problems.FileMacro);
            }
            stream = stream[Math.Min(stream.Length, 4 + length)..];
        }
        return null;
    }

    private static int Short(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
}
