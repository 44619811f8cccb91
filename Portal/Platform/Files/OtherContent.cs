using System.Text;

namespace Portal.Platform.Files;

/// <summary>Names, for a refusal, what a file seems to be when it is none of the kinds that are taken.</summary>
internal static class OtherContent
{
    /// <summary>The first bytes without a UTF-8 mark and white space.</summary>
    public static ReadOnlySpan<byte> WithoutMarkAndSpace(ReadOnlySpan<byte> head) =>
        (head.StartsWith(Encoding.UTF8.Preamble) ? head[3..] : head).TrimStart(" \t\r\n\f\0"u8);

    /// <summary>What the first bytes look like, in words.</summary>
    public static string Words(ReadOnlySpan<byte> head)
    {
        if (head.IndexOfAnyExcept((byte)0) < 0)
        {
            return FilesText.Zeros;
        }
        return Binary(head) ?? Text(head) ?? FilesText.Unknown;
    }

    private static string? Binary(ReadOnlySpan<byte> head) => head switch
    {
        [(byte)'M', (byte)'Z', ..] or [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => FilesText.Program,
        [0xFE, 0xED, 0xFA, 0xCE or 0xCF, ..] or [0xCE or 0xCF, 0xFA, 0xED, 0xFE, ..] or [0xCA, 0xFE, 0xBA, 0xBE, ..] => FilesText.Program,
        _ when head.StartsWith("\0asm"u8) || head.StartsWith("dex\n"u8) => FilesText.Program,
        [0x4C, 0, 0, 0, 0x01, 0x14, 0x02, 0, ..] => FilesText.Shortcut,
        _ when head.StartsWith("ITSF"u8) => FilesText.HelpFile,
        _ when head.StartsWith("%!PS"u8) || head.StartsWith("\x04%!"u8) => FilesText.PostScript,
        [0xE4, 0x52, 0x5C, 0x7B, ..] => FilesText.OneNote,
        _ when head.StartsWith("!<arch>"u8) || head.StartsWith("xar!"u8) || head.StartsWith("LZIP"u8) => FilesText.Archive,
        [0xD7, 0xCD, 0xC6, 0x9A, ..] => FilesText.OtherImage,
        [1, 0, 0, 0, ..] when head.Length > 44 && head[40..].StartsWith(" EMF"u8) => FilesText.OtherImage,
        _ when head.StartsWith("8BPS"u8) => FilesText.OtherImage,
        _ when head.StartsWith("Rar!"u8) || head.StartsWith("BZh"u8) || head.StartsWith("MSCF"u8) => FilesText.Archive,
        [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] or [0x1F, 0x8B, ..] or [0xFD, (byte)'7', (byte)'z', (byte)'X', ..] or [0x28, 0xB5, 0x2F, 0xFD, ..] => FilesText.Archive,
        _ when head.StartsWith("PK"u8) => FilesText.Zip,
        _ when head.Length > 262 && head[257..].StartsWith("ustar"u8) => FilesText.Archive,
        _ when head.StartsWith("GIF8"u8) || head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8) => FilesText.OtherImage,
        _ when head.StartsWith("BM"u8) && head.Length > 14 && head[6..10].IndexOfAnyExcept((byte)0) < 0 => FilesText.OtherImage,
        _ when head.StartsWith("RIFF"u8) && head.Length > 12 => head[8..].StartsWith("WEBP"u8) ? FilesText.OtherImage : FilesText.Media,
        _ when head.Length > 12 && head[4..].StartsWith("ftyp"u8) => Brand(head[8..12]),
        _ when head.StartsWith("ID3"u8) || head.StartsWith("OggS"u8) || head.StartsWith("fLaC"u8) => FilesText.Media,
        [0x1A, 0x45, 0xDF, 0xA3, ..] or [0xFF, 0xFB or 0xF3 or 0xF2, ..] => FilesText.Media,
        _ => null,
    };

    private static string Brand(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8) || brand.StartsWith("mif1"u8) || brand.StartsWith("avif"u8) ? FilesText.OtherImage : FilesText.Media;

    private static string? Text(ReadOnlySpan<byte> head)
    {
        var text = head switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(head[2..]),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(head[2..]),
            _ => Encoding.Latin1.GetString(WithoutMarkAndSpace(head)),
        };
        text = text.TrimStart();
        if (text.StartsWith("{\\rtf", StringComparison.Ordinal))
        {
            return FilesText.Rtf;
        }
        if (text.StartsWith("#!", StringComparison.Ordinal) || text.StartsWith("@echo", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<?php", StringComparison.OrdinalIgnoreCase))
        {
            return FilesText.Script;
        }
        if (text.StartsWith("[InternetShortcut]", StringComparison.OrdinalIgnoreCase) || text.StartsWith("[Desktop Entry]", StringComparison.Ordinal))
        {
            return FilesText.Shortcut;
        }
        if (text.StartsWith('<') && Has(text, "<svg"))
        {
            return FilesText.Svg;
        }
        if (Has(text, "<!doctype html") || Has(text, "<html") || Has(text, "<head") || Has(text, "<body") || Has(text, "<script"))
        {
            return FilesText.Html;
        }
        if (text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
        {
            return FilesText.Xml;
        }
        if (Has(text, "MIME-Version:") || text.StartsWith("Received:", StringComparison.OrdinalIgnoreCase))
        {
            return FilesText.Mail;
        }
        return text.Any(c => c < ' ' && c is not ('\t' or '\r' or '\n' or '\f')) ? null : FilesText.PlainText;
    }

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
