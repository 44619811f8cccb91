using System.Globalization;

namespace Portal.Shared;

/// <summary>Names as a Vietnamese list has them.</summary>
public static class VietNames
{
    /// <summary>Alphabetical order, capitals and small letters alike.</summary>
    public static StringComparer Order { get; } = StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true);
}
