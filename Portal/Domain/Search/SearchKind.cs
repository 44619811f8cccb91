namespace Portal.Domain.Search;

/// <summary>What can be found.</summary>
public enum SearchKind
{
    /// <summary>A unit, by its names and its code.</summary>
    Unit,
    /// <summary>An item of a letter; never stored, its words lie with the forms.</summary>
    Item,
    /// <summary>What a version of an answer says.</summary>
    Answer,
    /// <summary>A document as a version describes it.</summary>
    Document,
    /// <summary>A person, by name.</summary>
    Person,
}
