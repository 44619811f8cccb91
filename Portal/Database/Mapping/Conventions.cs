using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Portal.Database.Mapping;

/// <summary>What holds for every table.</summary>
public static class Conventions
{
    /// <summary>Instants as Unix milliseconds on both engines (SQLite cannot order the type, PostgreSQL would keep microseconds); enums by name.</summary>
    public static void ForPortal(this ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTimeOffset>().HaveConversion<Milliseconds>();
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    private sealed class Milliseconds() : ValueConverter<DateTimeOffset, long>(at => at.ToUnixTimeMilliseconds(), ms => DateTimeOffset.FromUnixTimeMilliseconds(ms));
}
