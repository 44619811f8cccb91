using System.Text;

namespace Portal.Domain;

/// <summary>What became of a stretch of text.</summary>
public enum DiffKind
{
    /// <summary>Stands in both texts.</summary>
    Kept,
    /// <summary>Only in the text before.</summary>
    Deleted,
    /// <summary>Only in the text after.</summary>
    Inserted,
}

/// <summary>A stretch of text and what became of it.</summary>
public readonly record struct DiffPart(DiffKind Kind, string Text);

/// <summary>Compares two texts word by word (longest common subsequence), in the order a reader wants: deleted before inserted.</summary>
public static class WordDiff
{
    /// <summary>Above this many pairs of words the differing middle is shown as one replacement.</summary>
    public const int MaxPairs = 1_000_000;

    /// <summary>The parts from <paramref name="before"/> to <paramref name="after"/>.</summary>
    /// <returns>Kept and inserted parts joined give <paramref name="after"/>; kept and deleted ones give <paramref name="before"/>.</returns>
    public static IReadOnlyList<DiffPart> Of(string before, string after)
    {
        var (a, b) = (Words(before), Words(after));
        var head = 0;
        while (head < a.Count && head < b.Count && a[head] == b[head]) head++;
        var tail = 0;
        while (tail < a.Count - head && tail < b.Count - head && a[^(tail + 1)] == b[^(tail + 1)]) tail++;

        var parts = new List<DiffPart>();
        Add(parts, DiffKind.Kept, a[..head]);
        Middle(parts, a[head..^tail], b[head..^tail]);
        Add(parts, DiffKind.Kept, a[^tail..]);
        return Readable(parts);
    }

    private static void Middle(List<DiffPart> parts, List<string> a, List<string> b)
    {
        if ((long)a.Count * b.Count > MaxPairs)
        {
            Add(parts, DiffKind.Deleted, a);
            Add(parts, DiffKind.Inserted, b);
            return;
        }
        // common[i, j]: length of the longest common subsequence of a[i..] and b[j..]; at most 1000 by MaxPairs.
        var common = new ushort[a.Count + 1, b.Count + 1];
        for (var i = a.Count - 1; i >= 0; i--)
            for (var j = b.Count - 1; j >= 0; j--)
                common[i, j] = a[i] == b[j] ? (ushort)(common[i + 1, j + 1] + 1) : Math.Max(common[i + 1, j], common[i, j + 1]);

        for (int i = 0, j = 0; i < a.Count || j < b.Count;)
        {
            if (i < a.Count && j < b.Count && a[i] == b[j])
            {
                parts.Add(new(DiffKind.Kept, a[i++]));
                j++;
            }
            else if (j == b.Count || (i < a.Count && common[i + 1, j] >= common[i, j + 1])) parts.Add(new(DiffKind.Deleted, a[i++]));
            else parts.Add(new(DiffKind.Inserted, b[j++]));
        }
    }

    /// <summary>Joins neighbours, and gives up kept islands no longer than the changes on both sides: they are chance, and tear sentences.</summary>
    private static List<DiffPart> Readable(List<DiffPart> parts)
    {
        var runs = new List<(string Kept, string Deleted, string Inserted)>();
        var (kept, deleted, inserted) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        foreach (var part in parts)
        {
            if (part.Kind == DiffKind.Kept && (deleted.Length > 0 || inserted.Length > 0)) Close();
            (part.Kind switch { DiffKind.Kept => kept, DiffKind.Deleted => deleted, _ => inserted }).Append(part.Text);
        }
        Close();

        // A run is a kept stretch and the change after it; an island stands between two changes.
        for (var i = 1; i < runs.Count;)
        {
            var (before, run) = (runs[i - 1], runs[i]);
            var size = run.Kept.Length;
            if (size > Math.Max(before.Deleted.Length, before.Inserted.Length) || size > Math.Max(run.Deleted.Length, run.Inserted.Length)) i++;
            else
            {
                runs[i - 1] = (before.Kept, before.Deleted + run.Kept + run.Deleted, before.Inserted + run.Kept + run.Inserted);
                runs.RemoveAt(i);
                if (i > 1) i--;
            }
        }

        var result = new List<DiffPart>();
        var space = "";
        foreach (var run in runs)
        {
            Put(DiffKind.Kept, space + run.Kept);
            // The space both sides end with belongs to neither change.
            var shared = SharedSpace(run.Deleted, run.Inserted);
            space = run.Deleted[(run.Deleted.Length - shared)..];
            Put(DiffKind.Deleted, run.Deleted[..^shared]);
            Put(DiffKind.Inserted, run.Inserted[..^shared]);
        }
        Put(DiffKind.Kept, space);
        return result;

        void Put(DiffKind kind, string text)
        {
            if (text.Length > 0) result.Add(new(kind, text));
        }

        void Close()
        {
            if (kept.Length + deleted.Length + inserted.Length > 0) runs.Add((kept.ToString(), deleted.ToString(), inserted.ToString()));
            kept.Clear();
            deleted.Clear();
            inserted.Clear();
        }
    }

    private static int SharedSpace(string a, string b)
    {
        var n = 0;
        while (n < a.Length && n < b.Length && a[^(n + 1)] == b[^(n + 1)] && char.IsWhiteSpace(a[^(n + 1)])) n++;
        return n;
    }

    private static void Add(List<DiffPart> parts, DiffKind kind, List<string> words)
    {
        if (words.Count > 0) parts.Add(new(kind, string.Concat(words)));
    }

    /// <summary>Words and the spaces between them, in order; joined they are the text again.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            while (end < text.Length && char.IsWhiteSpace(text[end]) == char.IsWhiteSpace(text[start])) end++;
            words.Add(text[start..end]);
            start = end;
        }
        return words;
    }
}
