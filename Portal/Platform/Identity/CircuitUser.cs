using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Portal.Platform.Identity;

/// <summary>Tells <see cref="CurrentUser"/> who a circuit belongs to, before its first component runs.</summary>
public sealed class CircuitUser(AuthenticationStateProvider states, CurrentUser user) : CircuitHandler
{
    /// <inheritdoc/>
    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken) => user.Take((await states.GetAuthenticationStateAsync()).User);
}

/// <summary>Tells <see cref="CurrentUser"/> who sent a request.</summary>
public sealed class RequestUser(RequestDelegate next)
{
    /// <summary>Runs in the pipeline after authentication.</summary>
    public Task InvokeAsync(HttpContext http, CurrentUser user)
    {
        user.Take(http.User);
        return next(http);
    }
}
