namespace Portal.Platform.Web;

/// <summary>The security headers of every answer.</summary>
public static class PortalHeaders
{
    /// <summary>The policy of files that people uploaded: whatever is in them, nothing runs. Endpoints name it by <c>WithSecurityHeadersPolicy</c>.</summary>
    public const string Files = "files";

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
                csp.AddObjectSrc().None();
                csp.AddBaseUri().Self();
                csp.AddFormAction().Self();
                csp.AddFrameAncestors().None();
            }))
            .AddPolicy(Files, policy => policy.Common().AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().None();
                csp.AddSandbox();
            }));
        return services;
    }

    private static HeaderPolicyCollection Common(this HeaderPolicyCollection policy) => policy
        .AddFrameOptionsDeny()
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicySameOrigin()
        .AddCrossOriginOpenerPolicy(b => b.SameOrigin())
        .AddCrossOriginResourcePolicy(b => b.SameOrigin());
}
