namespace Portal.Domain.Submissions;

/// <summary>One item of a package in the words in which it came before the head: kept, so that the next package is compared with what he saw. Never changed, never deleted.</summary>
public sealed class PackageItem
{
    private PackageItem() { }

    internal PackageItem(string itemCode, int formVersion, string body) => (ItemCode, FormVersion, Body, Hash) = (itemCode, formVersion, body, AnswerContent.Hash(body));

    /// <summary>The key.</summary>
    public int Id { get; private set; }

    /// <summary>The package.</summary>
    public int PackageId { get; private set; }

    /// <summary>Which item; the cover too.</summary>
    public string ItemCode { get; private set; } = "";

    /// <summary>The form version it was answered by.</summary>
    public int FormVersion { get; private set; }

    /// <summary>Canonical JSON of <see cref="AnswerContent"/>.</summary>
    public string Body { get; private set; } = "";

    /// <summary>SHA-256 of the body.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>What it says.</summary>
    public AnswerContent Content => AnswerContent.FromJson(Body);
}
