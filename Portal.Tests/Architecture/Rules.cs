using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Mono.Cecil;
using NetArchTest.Rules;
using Portal.Platform.Commands;

namespace Portal.Tests.Architecture;

/// <summary>The rules about types, each a function from types to what breaks it, so that it can be shown a wrong one.</summary>
internal static class Rules
{
    private static readonly string[] Clocks =
    [
        "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today", "System.DateTimeOffset::get_Now", "System.DateTimeOffset::get_UtcNow",
    ];

    private static readonly string[] EmptyNames = ["Manager", "Helper", "Helpers", "Service", "Services", "Util", "Utils", "Utility", "Common"];

    /// <summary>All types that people wrote into an assembly; what the compiler adds is left out.</summary>
    public static IReadOnlyList<Type> Written(System.Reflection.Assembly assembly) =>
        [.. assembly.GetTypes().Where(t => !t.Name.Contains('<') && !t.FullName!.StartsWith('<') && t.Namespace?.StartsWith("Portal", StringComparison.Ordinal) == true)];

    /// <summary>Those that use, anywhere in their signatures, bodies, lambdas or markup, something whose full name begins like that.</summary>
    public static IReadOnlyList<string> Using(IEnumerable<Type> types, params string[] names)
    {
        var asked = types.Where(t => !t.IsNested).ToList();
        var users = Users(asked, names);
        return [.. (users.Count == 0 ? [] : names).SelectMany(name => Users(users, [name]).Select(t => $"{t.FullName} uses {name}")).Order()];
    }

    private static List<Type> Users(IReadOnlyCollection<Type> asked, string[] names)
    {
        var found = asked.Select(t => t.Assembly).Distinct().SelectMany(a => Types.InAssembly(a).That().HaveDependencyOnAny(names).GetTypes()).Select(Outermost).ToHashSet();
        return [.. asked.Where(found.Contains)];
    }

    /// <summary>Calls that read the machine's clock.</summary>
    public static IReadOnlyList<string> ReadingTheClock(IEnumerable<Type> types)
    {
        var asked = types.Select(Outermost).Distinct().ToList();
        var found = new List<string>();
        foreach (var assembly in asked.Select(t => t.Assembly).Distinct())
        {
            using var module = ModuleDefinition.ReadModule(assembly.Location);
            found.AddRange(from type in asked.Where(t => t.Assembly == assembly)
                           from method in Methods(module.GetType(type.FullName!.Replace('+', '/')))
                           where method.HasBody
                           from instruction in method.Body.Instructions
                           let called = instruction.Operand as MethodReference
                           where called is not null && Clocks.Contains($"{called.DeclaringType.FullName}::{called.Name}")
                           select $"{type.FullName} calls {called.DeclaringType.Name}.{called.Name["get_".Length..]}");
        }

        return [.. found.Distinct().Order()];
    }

    /// <summary>Constructors and injected properties that ask for an open context instead of the factory.</summary>
    public static IReadOnlyList<string> InjectedContexts(IEnumerable<Type> types) =>
        [.. types.Where(t => !t.IsAssignableTo(typeof(Microsoft.EntityFrameworkCore.DbContext)))
            .Where(t => t.GetConstructors().SelectMany(c => c.GetParameters()).Select(p => p.ParameterType).Concat(Injected(t)).Any(p => p.IsAssignableTo(typeof(Microsoft.EntityFrameworkCore.DbContext))))
            .Where(t => !(t.IsAssignableTo(typeof(System.Runtime.CompilerServices.ITuple)) || t.GetMethod("<Clone>$") is not null)) // a record carries one along; nothing is injected into it
            .Select(t => $"{t.FullName} is given a DbContext; ask for IDbContextFactory<PortalDb>").Order()];

    /// <summary>Use cases and queries that are not sealed classes with one public RunAsync.</summary>
    public static IReadOnlyList<string> WrongUseCases(IEnumerable<Type> types) =>
        [.. types.Where(IsUseCase).Where(t => !t.IsSealed || RunAsync(t) != 1).Select(t => $"{t.FullName} must be sealed and have one public RunAsync").Order()];

    /// <summary>What a feature offers: whatever has a RunAsync, or asks for the Writer or the Reader.</summary>
    public static bool IsUseCase(Type type) => type is { IsClass: true, IsAbstract: false, IsNested: false } && !type.IsAssignableTo(typeof(IComponent))
        && (RunAsync(type) > 0 || type.GetConstructors().SelectMany(c => c.GetParameters()).Any(p => p.ParameterType == typeof(Writer) || p.ParameterType == typeof(Reader)));

    /// <summary>Interfaces with fewer than two implementations among the types.</summary>
    public static IReadOnlyList<string> LonelyInterfaces(IReadOnlyList<Type> types) =>
        [.. types.Where(t => t.IsInterface && types.Count(i => i != t && i.IsAssignableTo(t)) < 2).Select(t => $"{t.FullName} has fewer than two implementations").Order()];

    /// <summary>Names that say nothing.</summary>
    public static IReadOnlyList<string> EmptyNamed(IEnumerable<Type> types) =>
        [.. types.Where(t => EmptyNames.Any(n => t.Name.Split('`')[0].EndsWith(n, StringComparison.Ordinal))).Select(t => $"{t.FullName} says nothing by its name").Order()];

    /// <summary>Pages that neither ask for a sign-in nor stand on the list of open ones.</summary>
    public static IReadOnlyList<string> OpenPages(IEnumerable<Type> types, IReadOnlySet<string> open) =>
        [.. from page in types
            from route in page.GetCustomAttributes(typeof(RouteAttribute), inherit: false).Cast<RouteAttribute>()
            let anonymous = page.IsDefined(typeof(AllowAnonymousAttribute), inherit: true)
            where anonymous ? !open.Contains(route.Template) : !page.IsDefined(typeof(AuthorizeAttribute), inherit: true)
            orderby page.FullName
            select $"{page.FullName} at {route.Template} is open to everybody"];

    /// <summary>Features one of whose names begins with another's: a rule about the one would hold for the other.</summary>
    public static IReadOnlyList<string> PrefixedNames(IReadOnlyList<string> features) =>
        [.. from one in features from other in features where one != other && other.StartsWith(one, StringComparison.Ordinal) select $"{other} begins with {one}"];

    private static IEnumerable<Type> Injected(Type type) =>
        type.GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic)
            .Where(p => p.IsDefined(typeof(InjectAttribute), inherit: true)).Select(p => p.PropertyType);

    private static int RunAsync(Type type) => type.GetMethods(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.DeclaredOnly).Count(m => m.Name == "RunAsync");

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<MethodDefinition> Methods(TypeDefinition? type) =>
        type is null ? [] : type.Methods.Concat(type.NestedTypes.SelectMany(Methods));
}
