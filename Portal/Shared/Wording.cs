using System.Globalization;

namespace Portal.Shared;

/// <summary>Texts of the resources with values in their places.</summary>
public static class Wording
{
    /// <summary>Puts values into a text, written as people here write them.</summary>
    public static string With(this string text, params object?[] values) => string.Format(CultureInfo.GetCultureInfo("vi-VN"), text, values);
}
