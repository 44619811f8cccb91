using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Domain.Letters;

namespace Portal.CommandLine;

/// <summary><c>Portal letter measure FOLDER</c>: reads every NN.txt of a folder and compares it with NN.expected.json, read by hand:
/// precision and recall for each field (<see cref="LetterScore"/> says how they are counted).</summary>
internal static class LetterMeasure
{
    /// <summary>The command.</summary>
    public static Command Command()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = CommandText.LetterFolder };
        var command = new Command("measure", CommandText.LetterMeasure) { folder };
        command.SetAction(async (parsed, _) =>
        {
            var path = parsed.GetValue(folder)!.FullName;
            var letters = Directory.Exists(path) ? Directory.GetFiles(path, "*.txt").Where(f => File.Exists(Path.ChangeExtension(f, ".expected.json"))).Order(StringComparer.Ordinal).ToList() : [];
            if (letters.Count == 0)
            {
                await Console.Error.WriteLineAsync(string.Format(CommandText.LettersMissing, path));
                return PortalCommands.Refused;
            }

            var score = new LetterScore();
            foreach (var letter in letters)
            {
                var expected = JsonNode.Parse(await File.ReadAllTextAsync(Path.ChangeExtension(letter, ".expected.json")))!.AsObject();
                score.Add(Path.GetFileNameWithoutExtension(letter), LetterReadingJson.Node(LetterReading.Read((await LetterFile.TextAsync(letter)).Value ?? "")), expected);
            }

            foreach (var line in Table(score))
            {
                await Console.Out.WriteLineAsync(line);
            }

            return PortalCommands.Done;
        });
        return command;
    }

    private static IEnumerable<string> Table(LetterScore score)
    {
        yield return $"{"field",-26} {"expected",8} {"read",6} {"right",6} {"precision",10} {"recall",8}";
        foreach (var (field, count) in score.Fields.Append(new("all", score.All)))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{field,-26} {count.Expected,8} {count.Read,6} {count.Right,6} {count.Precision,10:P0} {count.Recall,8:P0}");
        }

        foreach (var miss in score.Misses)
        {
            yield return miss;
        }
    }
}
