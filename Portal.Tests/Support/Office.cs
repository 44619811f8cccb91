using System.Diagnostics;

namespace Portal.Tests.Support;

/// <summary>A real office program, as people have one.</summary>
internal static class Office
{
    /// <summary>A plain text as the office program saves it in another format.</summary>
    /// <param name="text">The text.</param>
    /// <param name="format">docx, pdf.</param>
    public static Task<byte[]> SaveAsync(string text, string format) => ConvertAsync(System.Text.Encoding.UTF8.GetBytes(text), "txt", format, "--infilter=Text (encoded):UTF8");

    /// <summary>A file as the office program saves it in another format.</summary>
    public static async Task<byte[]> ConvertAsync(byte[] file, string from, string to, params string[] more)
    {
        var folder = Directory.CreateTempSubdirectory("portal-");
        try
        {
            var path = Path.Combine(folder.FullName, $"cong-van.{from}");
            await File.WriteAllBytesAsync(path, file);
            using var office = Process.Start(new ProcessStartInfo("soffice", ["--headless", $"-env:UserInstallation=file://{folder.FullName}/profile", .. more, "--convert-to", to, "--outdir", Path.Combine(folder.FullName, "saved"), path]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            await office.WaitForExitAsync();
            return await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "saved", $"cong-van.{to}"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
