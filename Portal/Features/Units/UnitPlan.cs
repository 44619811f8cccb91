using System.Security.Cryptography;
using System.Text.Json;
using Portal.Domain.People;

namespace Portal.Features.Units;

/// <summary>A cell that becomes another.</summary>
/// <param name="Column">The head of its column.</param>
/// <param name="Before">What the portal has; empty where nothing.</param>
/// <param name="After">What it will have.</param>
public sealed record UnitCellChange(string Column, string Before, string After);

/// <summary>A unit that an import adds or changes.</summary>
/// <param name="Row">Its row in the file.</param>
/// <param name="Login">Its login code.</param>
/// <param name="Name">Its name after the import.</param>
/// <param name="Added">Whether it is new.</param>
/// <param name="Cells">What changes; of a new unit all that it says.</param>
public sealed record UnitImportLine(int Row, string Login, string Name, bool Added, IReadOnlyList<UnitCellChange> Cells);

/// <summary>A line of the file that cannot be taken.</summary>
/// <param name="Row">Its row in the file, from 1.</param>
/// <param name="Column">Letters and head of its column.</param>
/// <param name="Stood">What stood there.</param>
/// <param name="Why">What is wrong, and what to do.</param>
public sealed record UnitImportError(int Row, string Column, string Stood, string Why);

/// <summary>What an import would do, or why it cannot.</summary>
/// <param name="FileName">As its sender called it.</param>
/// <param name="Lines">What it adds and changes, in the file's order.</param>
/// <param name="NewGroups">Groups it makes, by name.</param>
/// <param name="Unchanged">How many rows change nothing.</param>
/// <param name="Errors">What stands in the way; nothing is written while there is one.</param>
public sealed record UnitImportModel(string FileName, IReadOnlyList<UnitImportLine> Lines, IReadOnlyList<string> NewGroups, int Unchanged, IReadOnlyList<UnitImportError> Errors)
{
    /// <summary>Two models with the same mark say the same.</summary>
    public string Mark => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { Lines, NewGroups, Errors })));
}

/// <summary>An import worked out: what is shown of it, and what is saved when it is done.</summary>
/// <param name="Shown">What is shown.</param>
/// <param name="Added">Units to add.</param>
/// <param name="Groups">Groups that change, with those to add.</param>
/// <param name="AddedGroups">Groups to add.</param>
internal sealed record UnitPlan(UnitImportModel Shown, IReadOnlyList<Unit> Added, IReadOnlyList<UnitGroup> Groups, IReadOnlyList<UnitGroup> AddedGroups);
