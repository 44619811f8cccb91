namespace Portal.Platform.Web;

/// <summary>The security headers of every answer.</summary>
public static class PortalHeaders
{
    /// <summary>The policy of files that people uploaded: whatever is in them, nothing runs. Endpoints name it by <c>WithSecurityHeadersPolicy</c>.</summary>
    public const string Files = "files";

    /// <summary>The policy of the one script that draws PDF, which runs as a worker: its decoders of scans are WebAssembly. It reaches nothing but this portal, and no page gets it.</summary>
    public const string Decoder = "decoder";

    private const string DecoderPath = "/lib/pdfjs/pdf.worker.";

    /// <summary>Adds the policies. Scripts are strict; MudBlazor needs inline styles.</summary>
    public static IServiceCollection AddPortalHeaders(this IServiceCollection services)
    {
        services.AddSecurityHeaderPolicies()
            .SetDefaultPolicy(policy => policy.Common().AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().Self();
                csp.AddScriptSrc().Self().WithNonce();
                csp.AddStyleSrc().Self().UnsafeInline();
                csp.AddImgSrc().Self().Data();
                csp.AddFontSrc().Self();
                csp.AddConnectSrc().Self();
                csp.AddWorkerSrc().Self();
                csp.AddObjectSrc().None();
                csp.AddBaseUri().Self();
                csp.AddFormAction().Self();
                csp.AddFrameAncestors().None();
            }))
            .AddPolicy(Files, policy => policy.Common().AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().None();
                csp.AddSandbox();
            }))
            .AddPolicy(Decoder, policy => policy.Common().AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().None();
                csp.AddScriptSrc().Self().WasmUnsafeEval();
                csp.AddConnectSrc().Self();
            }))
            .SetPolicySelector(context => context.HttpContext.Request.Path.Value?.StartsWith(DecoderPath, StringComparison.Ordinal) is true ? context.ConfiguredPolicies[Decoder] : context.SelectedPolicy);
        return services;
    }

    private static HeaderPolicyCollection Common(this HeaderPolicyCollection policy) => policy
        .AddFrameOptionsDeny()
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicySameOrigin()
        .AddCrossOriginOpenerPolicy(b => b.SameOrigin())
        .AddCrossOriginResourcePolicy(b => b.SameOrigin());
}
