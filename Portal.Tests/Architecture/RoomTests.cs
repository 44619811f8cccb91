using Microsoft.AspNetCore.Components;
using Portal.App;

namespace Portal.Tests.Architecture;

/// <summary>Which room may use which (the table of rooms). What a room may not use is everything that is not on its list.</summary>
public sealed class RoomTests
{
    private static readonly IReadOnlyList<Type> All = Rules.Written(typeof(PortalSetup).Assembly);

    private static readonly string[] Rooms = ["Portal.Domain", "Portal.Database", "Portal.Platform", "Portal.Shared", "Portal.Features", "Portal.App", "Portal.Demo"];

    private static readonly string[] Features = [.. All.Select(FeatureOf).OfType<string>().Distinct().Order()];

    /// <summary>Room → what it may use.</summary>
    public static TheoryData<string, string[]> Table { get; } = new()
    {
        { "Portal.Domain", [] },
        { "Portal.Database", ["Portal.Domain"] },
        { "Portal.Platform", ["Portal.Domain", "Portal.Database"] },
        { "Portal.Shared", ["Portal.Domain"] },
        { "Portal.Features", ["Portal.Domain", "Portal.Database", "Portal.Platform", "Portal.Shared"] },
        { "Portal.App", ["Portal.Domain", "Portal.Shared", "Portal.Platform", "Portal.Features.Home"] }, // the frame asks one query what waits
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void A_room_uses_only_what_it_may(string room, string[] may) => Assert.Equal([], Rules.Using(In(All, room), Forbidden(room, may)));

    [Theory]
    [MemberData(nameof(Table))]
    public void A_type_that_uses_the_wrong_room_is_found(string room, string[] may)
    {
        var wrong = In(Rules.Written(typeof(RoomTests).Assembly), room.Replace("Portal.", "Portal.Tests.Architecture.Samples."));
        Assert.NotEmpty(wrong);
        Assert.NotEmpty(Rules.Using(wrong, Forbidden(room, may)));
    }

    [Fact]
    public void The_domain_uses_only_the_base_library() => Assert.Equal([], Rules.Using(In(All, "Portal.Domain"), OutsideTheBaseLibrary));

    [Fact]
    public void A_domain_that_reads_a_file_is_found() => Assert.NotEmpty(Rules.Using([typeof(Samples.ReadsAFile)], OutsideTheBaseLibrary));

    [Fact]
    public void The_kit_uses_no_data_access() => Assert.Equal([], Rules.Using(In(All, "Portal.Shared"), "Microsoft.EntityFrameworkCore"));

    [Fact]
    public void Of_the_shell_a_room_below_knows_addresses_layouts_and_the_products_name()
    {
        Type[] known = [typeof(Urls), typeof(Way), typeof(AppText), typeof(PageProblem), typeof(MainLayout), typeof(PlainLayout)];
        var shell = In(All, "Portal.App").Where(t => !known.Contains(t) && !t.IsNested).Select(t => t.FullName!).ToArray();
        Assert.Equal([], Rules.Using(All.Where(t => In([t], "Portal.Features").Count + In([t], "Portal.Demo").Count + In([t], "Portal.Platform").Count + In([t], "Portal.Database").Count > 0), shell));
        Assert.NotEmpty(Rules.Using([typeof(Samples.UsesTheShell)], shell));
    }

    [Fact]
    public void Of_the_platform_the_shell_uses_identity_live_and_settings()
    {
        var other = In(All, "Portal.Platform").Where(t => t.Namespace is not ("Portal.Platform" or "Portal.Platform.Identity" or "Portal.Platform.Live" or "Portal.Platform.Options")).Select(t => t.FullName!).ToArray();
        Assert.Equal([], Rules.Using(In(All, "Portal.App"), other));
        Assert.NotEmpty(Rules.Using([typeof(Samples.UsesTheWriter)], other));
    }

    [Fact]
    public void No_feature_looks_into_another() => Assert.Equal([], All.Where(t => FeatureOf(t) is not null)
        .GroupBy(FeatureOf).SelectMany(own => Rules.Using(own, [.. Features.Where(f => f != own.Key).Select(f => $"Portal.Features.{f}")])));

    [Fact]
    public void A_feature_that_looks_into_another_is_found() => Assert.NotEmpty(Rules.Using([typeof(Samples.LooksIntoRequests)], "Portal.Features.Requests"));

    [Fact]
    public void No_features_name_begins_with_anothers() => Assert.Equal([], Rules.PrefixedNames(Features));

    [Fact]
    public void A_features_name_that_begins_with_anothers_is_found() => Assert.Single(Rules.PrefixedNames(["Sign", "SignOff", "Review"]));

    [Fact]
    public void Components_know_nothing_of_the_database() =>
        Assert.Equal([], Rules.Using(All.Where(t => t.IsAssignableTo(typeof(IComponent))), "Portal.Database", "Microsoft.EntityFrameworkCore"));

    [Fact]
    public void A_component_that_knows_the_database_is_found() =>
        Assert.NotEmpty(Rules.Using([typeof(Samples.QueryingComponent)], "Portal.Database", "Microsoft.EntityFrameworkCore"));

    private static readonly string[] OutsideTheBaseLibrary =
    [
        "Microsoft", "MudBlazor", "Npgsql", "NetEscapades", "System.Net", "System.IO.File", "System.IO.Directory", "System.Data", "System.Console", "System.TimeProvider", "System.Threading.Timer",
    ];

    private static string[] Forbidden(string room, string[] may) => [.. Rooms.Where(r => r != "Portal.Features" || room == "Portal.Features").Concat(room == "Portal.Features" ? [] : Features.Select(f => $"Portal.Features.{f}"))
        .Where(r => r != room && !may.Contains(r) && !(r.StartsWith("Portal.Features.", StringComparison.Ordinal) && may.Contains("Portal.Features"))).Except(room is "Portal.Features" or "Portal.Platform" or "Portal.Database" or "Portal.Demo" ? ["Portal.App"] : [])];

    private static List<Type> In(IEnumerable<Type> types, string room) => [.. types.Where(t => t.Namespace == room || t.Namespace!.StartsWith(room + ".", StringComparison.Ordinal))];

    private static string? FeatureOf(Type type) => type.Namespace!.Split('.') is ["Portal", "Features", var feature, ..] ? feature : null;
}
