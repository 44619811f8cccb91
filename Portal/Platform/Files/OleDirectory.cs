using System.Buffers.Binary;
using System.Text;
using Portal.Domain;

namespace Portal.Platform.Files;

/// <summary>Tells .doc and .xls from other compound files ([MS-CFB]) by the names in their directory, and whether they are whole.</summary>
internal sealed class OleDirectory
{
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint LastSector = 0xFFFFFFFA;
    private const uint NoStream = 0xFFFFFFFF;
    private const int MaxEntries = 20_000;
    private const int MaxTableSectors = 4_096;

    private readonly Stream _file;
    private readonly int _sectorSize;
    private readonly List<uint> _next = [];
    private readonly List<Entry> _entries = [];

    private sealed record Entry(string Name, int Type, uint Left, uint Right, uint Child, uint Start, long Size);

    private OleDirectory(Stream file)
    {
        _file = file;
        var header = file.Bytes(0, 512);
        var (version, shift) = (header[26], header[30]);
        if ((version, shift) is not ((3, 9) or (4, 12)))
        {
            throw new InvalidDataException("Unknown version.");
        }
        _sectorSize = 1 << shift;
        ReadTable(header);
        ReadEntries(Int(header, 48), version == 3);
    }

    public static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static Finding Look(Stream file)
    {
        try
        {
            return new OleDirectory(file).Look();
        }
        catch (InvalidDataException)
        {
            return Finding.Broken(FilesText.OldOffice);
        }
    }

    private Finding Look()
    {
        if (_entries.Any(e => e.Name is "EncryptedPackage" or "EncryptionInfo"))
        {
            return Finding.Refused(nameof(Problems.FileEncrypted));
        }
        var top = TopLevel();
        var word = top.Find(e => e.Name == "WordDocument");
        var excel = top.Find(e => e.Name is "Workbook" or "Book");
        if ((word ?? excel) is not { } main)
        {
            return Finding.Other(OtherWords(top));
        }
        if (_entries.Any(e => e.Name is "Macros" or "_VBA_PROJECT_CUR" or "VBA" or "_VBA_PROJECT"))
        {
            return Finding.Refused(nameof(Problems.FileMacro));
        }
        var kind = word is not null ? FileKind.Doc : FileKind.Xls;
        if ((word is not null && excel is not null) || !IsWhole(main))
        {
            return Finding.Broken(kind.Words);
        }
        var refusal = main.Size < 4096 ? null : kind == FileKind.Doc ? OleStreams.JudgeWord(Beginning(main)) : OleStreams.JudgeExcel(Beginning(main));
        refusal ??= _entries.Any(e => e.Name == "\u0001Ole10Native") ? nameof(Problems.FileAttachment) : null;
        return refusal is null ? Finding.Of(kind) : Finding.Refused(refusal);
    }

    /// <summary>The first bytes of a stream that has sectors of its own.</summary>
    private byte[] Beginning(Entry entry) =>
        [.. Chain(entry.Start).Take(OleStreams.Beginning / _sectorSize).SelectMany(Sector)];

    private static string OtherWords(List<Entry> top)
    {
        if (top.Exists(e => e.Name == "PowerPoint Document"))
        {
            return FilesText.Presentation;
        }
        if (top.Exists(e => e.Name.StartsWith("__properties_version", StringComparison.Ordinal)))
        {
            return FilesText.Mail;
        }
        // An installer's stream names are packed into the CJK range.
        return top.Exists(e => e.Name.Length > 0 && e.Name[0] is >= '\u3800' and <= '\u4840') ? FilesText.Program : FilesText.OldOffice;
    }

    /// <summary>The entries right under the root: its child and everything beside that. Embedded documents lie deeper.</summary>
    private List<Entry> TopLevel()
    {
        var top = new List<Entry>();
        var seen = new HashSet<uint>();
        var waiting = new Stack<uint>([_entries[0].Child]);
        while (waiting.TryPop(out var at))
        {
            if (at == NoStream || !seen.Add(at))
            {
                continue;
            }
            var entry = at < _entries.Count ? _entries[(int)at] : throw new InvalidDataException("An entry is missing.");
            top.Add(entry);
            waiting.Push(entry.Left);
            waiting.Push(entry.Right);
        }
        return top;
    }

    /// <summary>Whether every sector of a stream is in the file. Small streams live inside the root's stream.</summary>
    private bool IsWhole(Entry entry)
    {
        var stream = entry.Size < 4096 ? _entries[0] : entry;
        return entry.Size > 0 && stream.Size >= entry.Size && Chain(stream.Start).Count * (long)_sectorSize >= stream.Size;
    }

    private void ReadTable(byte[] header)
    {
        var sectors = new List<uint>();
        for (var i = 0; i < 109; i++)
        {
            sectors.Add(Int(header, 76 + (4 * i)));
        }
        var more = Int(header, 68);
        for (var left = Int(header, 72); left > 0 && more <= LastSector; left--)
        {
            var sector = Sector(more);
            for (var i = 0; i < (_sectorSize / 4) - 1; i++)
            {
                sectors.Add(Int(sector, 4 * i));
            }
            more = Int(sector, _sectorSize - 4);
            if (sectors.Count > MaxTableSectors)
            {
                throw new InvalidDataException("The sector table is too long.");
            }
        }
        foreach (var number in sectors.Where(s => s <= LastSector))
        {
            var sector = Sector(number);
            for (var i = 0; i < _sectorSize / 4; i++)
            {
                _next.Add(Int(sector, 4 * i));
            }
        }
    }

    private void ReadEntries(uint start, bool shortSizes)
    {
        foreach (var number in Chain(start))
        {
            var sector = Sector(number);
            for (var at = 0; at < _sectorSize; at += 128)
            {
                var bytes = sector.AsSpan(at, 128);
                var length = BinaryPrimitives.ReadUInt16LittleEndian(bytes[64..]);
                var name = length is >= 2 and <= 64 ? Encoding.Unicode.GetString(bytes[..(length - 2)]) : "";
                var size = shortSizes ? Int(bytes, 120) : BinaryPrimitives.ReadInt64LittleEndian(bytes[120..]);
                _entries.Add(new(name, bytes[66], Int(bytes, 68), Int(bytes, 72), Int(bytes, 76), Int(bytes, 116), size));
            }
            if (_entries.Count > MaxEntries)
            {
                throw new InvalidDataException("Too many entries.");
            }
        }
        if (_entries.Count == 0 || _entries[0].Type != 5)
        {
            throw new InvalidDataException("No root.");
        }
    }

    private List<uint> Chain(uint start)
    {
        var chain = new List<uint>();
        for (var at = start; at != EndOfChain; at = _next[(int)at])
        {
            if (at >= _next.Count || (at + 1L) * _sectorSize >= _file.Length || chain.Count > _next.Count)
            {
                throw new InvalidDataException("A chain leads out of the file or in a circle.");
            }
            chain.Add(at);
        }
        return chain;
    }

    private byte[] Sector(uint number) => _file.Bytes((number + 1L) * _sectorSize, _sectorSize);

    private static uint Int(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
