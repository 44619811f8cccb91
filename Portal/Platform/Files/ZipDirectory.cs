using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Portal.Platform.Files;

/// <summary>One line of a zip's directory, as declared.</summary>
internal sealed record ZipLine(string Name, bool Encrypted, int Method, long Packed, long Unpacked, long Offset);

/// <summary>
/// The directory at the end of a zip file (PKWARE APPNOTE 4.3), read with hard limits and without unpacking anything.
/// The base library's reader takes any number of entries into memory first, so it is not used on what a stranger sent.
/// </summary>
internal sealed class ZipDirectory
{
    /// <summary>More lines than any office file has.</summary>
    public const int MaxEntries = 5_000;

    /// <summary>The largest sum of declared unpacked sizes.</summary>
    public const long MaxUnpacked = 400L * 1024 * 1024;

    /// <summary>The largest ratio of unpacked to packed, judged once the sum exceeds <see cref="FreeUnpacked"/>.</summary>
    public const int MaxRatio = 100;

    /// <summary>Small files may be as compressible as they like.</summary>
    public const long FreeUnpacked = 20L * 1024 * 1024;

    private const int EndLength = 22;
    private const int MaxDirectoryBytes = 2 * 1024 * 1024;

    private readonly Stream _file;
    private readonly long _start;

    private ZipDirectory(Stream file, long start, List<ZipLine> lines) => (_file, _start, Lines) = (file, start, lines);

    /// <summary>The entries in the directory's order.</summary>
    public IReadOnlyList<ZipLine> Lines { get; }

    /// <summary>Whether what is declared would unpack to more than the limits allow.</summary>
    public bool IsBomb
    {
        get
        {
            var unpacked = Lines.Sum(l => l.Unpacked);
            return unpacked > MaxUnpacked || (unpacked > FreeUnpacked && unpacked / Math.Max(1, Lines.Sum(l => l.Packed)) > MaxRatio);
        }
    }

    /// <summary>Whether a zip reader would find a directory at the end of this file.</summary>
    public static bool EndsLikeZip(Stream file) => FindEnd(file) >= 0;

    /// <summary>Reads the directory.</summary>
    /// <returns>The directory, or null when it has more entries than the limit.</returns>
    /// <exception cref="InvalidDataException">Missing, contradictory, split over disks, Zip64, or with names that lead elsewhere.</exception>
    public static ZipDirectory? Read(Stream file)
    {
        var endAt = FindEnd(file);
        if (endAt < 0)
        {
            throw new InvalidDataException("No directory.");
        }
        var end = file.Bytes(endAt, EndLength);
        var count = Short(end, 10);
        var length = Int(end, 12);
        var start = Int(end, 16);
        if (Short(end, 4) != 0 || Short(end, 8) != count || start + length > endAt)
        {
            throw new InvalidDataException("The directory does not fit the file.");
        }
        if (count > MaxEntries || length > MaxDirectoryBytes)
        {
            return null;
        }
        var lines = ReadLines(file.Bytes(start, (int)length), count);
        // Entries that share bytes unpack to far more than the file holds.
        if (lines.Any(l => l.Offset + 30 + l.Packed > start) || lines.Sum(l => l.Packed + 30) > start)
        {
            throw new InvalidDataException("Entries outside the file or sharing bytes.");
        }
        return new(file, start, lines);
    }

    /// <summary>Unpacks one small entry.</summary>
    /// <exception cref="InvalidDataException">It is larger than <paramref name="most"/>, packed in another way, or damaged.</exception>
    public byte[] Unpack(ZipLine line, int most)
    {
        var header = _file.Bytes(line.Offset, 30);
        var from = line.Offset + 30 + Short(header, 26) + Short(header, 28);
        if (!header.AsSpan().StartsWith("PK\x03\x04"u8) || line.Encrypted || line.Packed > most || from + line.Packed > _start)
        {
            throw new InvalidDataException("The entry is not where the directory says.");
        }
        var packed = _file.Bytes(from, (int)line.Packed);
        if (line.Method == 0)
        {
            return packed;
        }
        if (line.Method != 8)
        {
            throw new InvalidDataException("Unknown packing.");
        }
        using var unpacking = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
        var room = new byte[most + 1];
        var unpacked = unpacking.ReadAtLeast(room, room.Length, throwOnEndOfStream: false);
        return unpacked <= most ? room[..unpacked] : throw new InvalidDataException("The entry is larger than allowed.");
    }

    private static List<ZipLine> ReadLines(ReadOnlySpan<byte> rest, int count)
    {
        var lines = new List<ZipLine>(count);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < count; i++)
        {
            if (rest.Length < 46 || !rest.StartsWith("PK\x01\x02"u8))
            {
                throw new InvalidDataException("The directory is damaged.");
            }
            var (name, extra, comment) = (Short(rest, 28), Short(rest, 30), Short(rest, 32));
            if (rest.Length < 46 + name + extra + comment)
            {
                throw new InvalidDataException("The directory is cut off.");
            }
            var line = new ZipLine(
                Encoding.UTF8.GetString(rest.Slice(46, name)), (rest[8] & 1) != 0, Short(rest, 10), Int(rest, 20), Int(rest, 24), Int(rest, 42));
            if (!names.Add(line.Name) || LeadsElsewhere(line.Name))
            {
                throw new InvalidDataException("A name stands twice or leads out of the file.");
            }
            lines.Add(line);
            rest = rest[(46 + name + extra + comment)..];
        }
        return lines;
    }

    private static bool LeadsElsewhere(string name) =>
        name.Length == 0 || name[0] == '/' || name.Contains('\\') || name.Contains(':') || name.Contains('\0') || name.Split('/').Contains("..");

    /// <summary>The end record's place, or -1; its comment must reach exactly to the end of the file.</summary>
    private static long FindEnd(Stream file)
    {
        var length = (int)Math.Min(EndLength + ushort.MaxValue, file.Length);
        var from = file.Length - length;
        var tail = file.Bytes(from, length);
        for (var at = length - EndLength; at >= 0; at--)
        {
            if (tail.AsSpan(at).StartsWith("PK\x05\x06"u8) && at + EndLength + Short(tail, at + 20) == length)
            {
                return from + at;
            }
        }
        return -1;
    }

    private static int Short(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static long Int(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
