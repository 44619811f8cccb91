using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Portal.App;

namespace Portal.Tests.App;

/// <summary>MudBlazor's own texts, all of them, in Vietnamese.</summary>
public sealed class VietnameseMudLocalizerTests
{
    // The same in both languages.
    private static readonly string[] Signs = ["=", "!=", "<", "<=", ">", ">=", "{0}-{1} of {2}"];

    [Fact]
    public void Every_text_is_translated_and_keeps_its_places()
    {
        var localizer = new VietnameseMudLocalizer();
        var english = English();
        Assert.InRange(english.Count, 100, 1000);
        Assert.Equal([], english.Where(e => !IsTranslated(localizer[e.Key].Value, e.Value, localizer[e.Key].ResourceNotFound)).Select(e => e.Key));
    }

    [Fact]
    public void A_missing_and_an_untranslated_text_are_found()
    {
        Assert.True(new VietnameseMudLocalizer()["Khong_Co"].ResourceNotFound);
        Assert.False(IsTranslated("Next page", "Next page", false));
        Assert.False(IsTranslated("Trang", "Page {0}", false));
    }

    [Fact]
    public void There_is_no_text_that_MudBlazor_no_longer_asks_for()
    {
        var known = English().Keys.ToHashSet();
        var ours = MudText.ResourceManager.GetResourceSet(CultureInfo.InvariantCulture, true, true)!.Cast<DictionaryEntry>().Select(e => (string)e.Key);
        Assert.Equal([], ours.Where(k => !known.Contains(k)));
    }

    private static bool IsTranslated(string text, string english, bool missing) =>
        !missing && (text != english || Signs.Contains(english)) && Places(text).SequenceEqual(Places(english));

    private static IEnumerable<string> Places(string text) => Regex.Matches(text, @"\{\d\}").Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);

    private static Dictionary<string, string> English()
    {
        using var reader = new ResourceReader(typeof(MudBlazor.MudDialog).Assembly.GetManifestResourceStream("MudBlazor.Resources.LanguageResource.resources")!);
        return reader.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);
    }
}
