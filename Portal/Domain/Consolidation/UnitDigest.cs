using Portal.Domain.Requests;

namespace Portal.Domain.Consolidation;

/// <summary>What the units wrote, in order: by item, by resolution status, in official order of the units; each sentence as it was written, the units in brackets.
/// Two sentences become one line only where they are equal after <see cref="Fold"/>. Nothing is invented, nothing is rephrased: every sentence keeps the place it was taken from.</summary>
/// <param name="sources">What there is.</param>
internal sealed class UnitDigest(ReportSources sources)
{
    private const int MostSentences = 3, MostCharacters = 600;

    /// <summary>Makes it.</summary>
    /// <param name="recipe">Which items and fields; no field means the narrative, no item every item.</param>
    public MadeBlock Of(BlockRecipe recipe)
    {
        var items = recipe.Items.Count > 0 ? recipe.Items : [.. sources.Request.Items.Where(i => i.Kind is ItemKind.Report).Select(i => i.Code)];
        var (lines, from, left) = (new List<string>(), new List<BlockSource>(), 0);
        foreach (var item in items)
        {
            var found = sources.Taken(item).SelectMany(a => Taken(a, recipe, ref left)).ToList();
            if (found.Count == 0)
            {
                continue;
            }

            if (items.Count > 1 && sources.Request.Items.FirstOrDefault(i => i.Code == item) is { } titled)
            {
                lines.Add($"{titled.Title}:");
            }

            foreach (var status in Statuses(item, found))
            {
                var group = found.Where(s => s.Answer[ItemForm.StatusField] == status.Code).ToList();
                if (status.Label is not null && sources.Shared(item))
                {
                    lines.Add(string.Format(ReportWords.StatusLine, status.Label, group.Select(s => s.Answer.Unit.Code).Distinct().Count()));
                }

                foreach (var same in group.GroupBy(s => Fold.Of(s.Words)))
                {
                    lines.Add($"- {Fold.Nfc(same.First().Words)} ({string.Join("; ", same.Select(s => BlockMaker.Name(sources, s.Answer)).Distinct())}).");
                    from.AddRange(same.Select(s => s.Source));
                }
            }
        }

        return new(string.Join('\n', lines), from) { LeftOut = left };
    }

    private IEnumerable<(string? Code, string? Label)> Statuses(string item, List<Said> found)
    {
        var choices = sources.Form(item)?.Field(ItemForm.StatusField)?.Choices ?? [];
        return choices.Select(c => ((string?)c.Code, (string?)c.Label)).Append((null, null)).Where(s => found.Exists(f => f.Answer[ItemForm.StatusField] == s.Item1));
    }

    private static List<Said> Taken(SourceAnswer answer, BlockRecipe recipe, ref int left)
    {
        var taken = new List<Said>();
        foreach (var field in recipe.Fields.Count > 0 ? recipe.Fields : [ItemForm.NarrativeField])
        {
            if (answer[field] is not { } text)
            {
                continue;
            }

            var characters = 0;
            foreach (var sentence in Sentences.Of(text).Where(s => recipe.Containing.Count == 0 || recipe.Containing.Any(c => Fold.Of(s.In(text)).Contains(Fold.Of(c), StringComparison.Ordinal))))
            {
                if (taken.Count < MostSentences && (characters == 0 || characters + sentence.Length <= MostCharacters))
                {
                    characters += sentence.Length;
                    taken.Add(new(answer, sentence.In(text), new(answer.Unit.Code, answer.ItemCode, answer.Version) { Field = field, Start = sentence.Start, Length = sentence.Length }));
                }
                else
                {
                    left++;
                }
            }
        }

        return taken;
    }

    private sealed record Said(SourceAnswer Answer, string Words, BlockSource Source);
}
