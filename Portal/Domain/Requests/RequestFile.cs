namespace Portal.Domain.Requests;

/// <summary>Reads the file that defines a request.</summary>
public static class RequestFile
{
    /// <summary>Reads a request.json; a broken file gives a Problem that names the places, never an exception.</summary>
    /// <param name="json">The file's bytes, UTF-8.</param>
    public static Outcome<RequestDefinition> Parse(ReadOnlySpan<byte> json) => throw new NotImplementedException();

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte})"/>
    public static Outcome<RequestDefinition> Parse(string json) => Parse(System.Text.Encoding.UTF8.GetBytes(json));
}
