using Portal.Domain;
using Portal.Platform.Documents;
using Portal.Platform.Files;

namespace Portal.Tests.Platform.Files;

public sealed class BadFilesTests : IDisposable
{
    private static readonly string[] FoundByTheChild =
        [nameof(Problems.FileScript), nameof(Problems.FileLaunch), nameof(Problems.FileAttachment), nameof(Problems.FileExternal), nameof(Problems.FileForm), nameof(Problems.FileDtd)];

    private readonly string _folder = Directory.CreateTempSubdirectory("bad").FullName;
    private readonly PageReader _pages = new();
    private readonly FileInspection _inspection;

    public BadFilesTests() => _inspection = new(_pages);

    public static TheoryData<string> Labels => [.. BadFiles.All.Keys];

    public void Dispose()
    {
        _pages.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Table_has_at_least_160_classes_and_no_two_alike()
    {
        Assert.True(BadFiles.All.Count >= 160, $"{BadFiles.All.Count} classes");
        Assert.Equal(BadFiles.All.Count, BadFiles.All.Values.DistinctBy(f => (f.Name, Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(f.Bytes)))).Count());
    }

    [Theory, MemberData(nameof(Labels))]
    public async Task Bad_file_gets_its_answer_and_the_next_good_one_is_taken(string label)
    {
        var (name, bytes, code, says) = BadFiles.All[label];

        var answer = await InspectAsync(bytes, name);

        if (code is null)
        {
            Assert.True(answer.Ok, answer.Problem?.Text);
            Assert.Equal((FileKind.Png, says), (answer.Value!.Kind, FileName.Clean(name)));
        }
        else
        {
            Assert.NotNull(answer.Problem);
            Assert.Equal((ProblemKind.Invalid, code), (answer.Problem.Kind, answer.Problem.Code));
            Assert.Contains(says, answer.Problem.Text, StringComparison.Ordinal);
            Assert.Contains($"“{FileName.Clean(name)}”", answer.Problem.Text, StringComparison.Ordinal);
        }
        var next = FoundByTheChild.Contains(code) ? await InspectAsync(Made.Word("<w:p/>"), "a.docx") : await InspectAsync(Made.Png(), "a.png");
        Assert.True(next.Ok, next.Problem?.Text);
    }

    private Task<Outcome<Inspected>> InspectAsync(byte[] bytes, string name)
    {
        var path = Path.Combine(_folder, Guid.NewGuid().ToString("N"));
        File.WriteAllBytes(path, bytes);
        return _inspection.RunAsync(path, name, CancellationToken.None);
    }
}
