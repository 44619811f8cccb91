namespace Portal.Domain.Submissions;

/// <summary>How an address names one unit's report: the request's code and the unit's login code (<c>BS-2024-TREEM-HDND</c>, <c>21046</c>).</summary>
public readonly record struct ReportKey(string RequestCode, string UnitLogin)
{
    /// <inheritdoc/>
    public override string ToString() => $"{RequestCode}/{UnitLogin}";
}
