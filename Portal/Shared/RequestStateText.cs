using Portal.Domain.Requests;

namespace Portal.Shared;

/// <summary>Where a request stands, in words.</summary>
public static class RequestStateText
{
    /// <summary>The word of a state.</summary>
    public static string Of(RequestState state) => SharedText.ResourceManager.GetString($"Request{state}")!;
}
