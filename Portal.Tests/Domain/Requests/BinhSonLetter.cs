using Portal.Domain.Requests;

namespace Portal.Tests.Domain.Requests;

/// <summary>The letter of Bình Sơn as it lies beside the program.</summary>
internal static class BinhSonLetter
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Letters", "bs-2024-treem-hdnd");

    public static string Json { get; } = File.ReadAllText(Path.Combine(Folder, "request.json"));

    public static string Text { get; } = File.ReadAllText(Path.Combine(Folder, "letter.txt"));

    public static RequestDefinition Request { get; } = Read();

    private static RequestDefinition Read()
    {
        var read = RequestFile.Parse(Json);
        Assert.True(read.Ok, read.Problem?.Text);
        return read.Value!;
    }
}
