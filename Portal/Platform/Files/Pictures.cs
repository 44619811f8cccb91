using System.Buffers.Binary;
using System.Text;
using Portal.Domain;

namespace Portal.Platform.Files;

/// <summary>Reads the frame of PNG (ISO/IEC 15948) and JPEG (ITU-T T.81) files: size and completeness, no pixels.</summary>
internal static class Pictures
{
    private const int MaxPieces = 100_000;
    private const int MarkupRoom = 64 * 1024;

    private static readonly string[] Tags = ["<script", "<html>", "<html ", "<!doctype html", "<iframe"];

    public static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static ReadOnlySpan<byte> JpegSignature => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> JpegEnd => [0xFF, 0xD9];

    public static Finding LookPng(Stream file)
    {
        try
        {
            var size = default((uint Width, uint Height));
            var hasPixels = false;
            long at = PngSignature.Length;
            for (var i = 0; i < MaxPieces; i++)
            {
                var header = file.Bytes(at, 8);
                var length = BinaryPrimitives.ReadUInt32BigEndian(header);
                var type = header.AsSpan(4);
                if (i == 0)
                {
                    if (length != 13 || !type.SequenceEqual("IHDR"u8))
                    {
                        break;
                    }
                    var frame = file.Bytes(at + 8, 8);
                    size = (BinaryPrimitives.ReadUInt32BigEndian(frame), BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(4)));
                }
                hasPixels |= type.SequenceEqual("IDAT"u8);
                if (type.SequenceEqual("IEND"u8))
                {
                    file.Bytes(at + 8, 4);
                    return hasPixels ? BySize(FileKind.Png, size.Width, size.Height) : Finding.Broken(FileKind.Png.Words);
                }
                at += 12 + length;
            }
        }
        catch (InvalidDataException)
        {
        }
        return Finding.Broken(FileKind.Png.Words);
    }

    public static Finding LookJpeg(Stream file)
    {
        try
        {
            var size = default((uint Width, uint Height));
            long at = 2;
            for (var i = 0; i < MaxPieces; i++)
            {
                var marker = file.Bytes(at, 2);
                if (marker[0] != 0xFF)
                {
                    break;
                }
                if (marker[1] is 0xFF or 0x01 or (>= 0xD0 and <= 0xD7))
                {
                    at += marker[1] == 0xFF ? 1 : 2; // fill byte, or a marker without a segment
                    continue;
                }
                var length = BinaryPrimitives.ReadUInt16BigEndian(file.Bytes(at + 2, 2));
                if (length < 2)
                {
                    break;
                }
                if (marker[1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                {
                    var frame = file.Bytes(at + 5, 4);
                    size = (BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(2)), BinaryPrimitives.ReadUInt16BigEndian(frame));
                }
                at += 2 + length;
                if (marker[1] == 0xDA)
                {
                    return HasEnd(file, at) ? BySize(FileKind.Jpeg, size.Width, size.Height) : Finding.Broken(FileKind.Jpeg.Words);
                }
            }
        }
        catch (InvalidDataException)
        {
        }
        return Finding.Broken(FileKind.Jpeg.Words);
    }

    /// <summary>Web page or script inside the picture's first or last pieces, in words; null when there is none.</summary>
    public static string? Markup(Stream file)
    {
        foreach (var at in new[] { 0, Math.Max(0, file.Length - MarkupRoom) })
        {
            var text = Encoding.Latin1.GetString(file.Bytes(at, (int)Math.Min(MarkupRoom, file.Length - at)));
            if (text.Contains("<?php", StringComparison.OrdinalIgnoreCase))
            {
                return FilesText.Script;
            }
            if (Array.Exists(Tags, t => text.Contains(t, StringComparison.OrdinalIgnoreCase)))
            {
                return FilesText.Html;
            }
        }
        return null;
    }

    private static Finding BySize(FileKind kind, uint width, uint height)
    {
        if (width == 0 || height == 0)
        {
            return Finding.Broken(kind.Words);
        }
        return (ulong)width * height > FileSniffer.MaxMegapixels * 1_000_000UL
            ? Finding.Refused(nameof(Problems.FilePixels), width, height, FileSniffer.MaxMegapixels)
            : Finding.Of(kind);
    }

    /// <summary>Whether the end marker follows the pixels; telephones put more behind it, so the whole rest is searched.</summary>
    private static bool HasEnd(Stream file, long from)
    {
        if (from > file.Length)
        {
            return false;
        }
        file.Position = from;
        var buffer = new byte[64 * 1024];
        var afterFF = false;
        int read;
        while ((read = file.Read(buffer)) > 0)
        {
            var piece = buffer.AsSpan(0, read);
            if ((afterFF && piece[0] == 0xD9) || piece.IndexOf(JpegEnd) >= 0)
            {
                return true;
            }
            afterFF = piece[^1] == 0xFF;
        }
        return false;
    }
}
