using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Portal.Shared.Fields;

/// <summary>Who has which form open, in this process. Known by circuit, so that who is cut off or has gone is no longer named.</summary>
public sealed class FormPresence
{
    private readonly ConcurrentDictionary<OpenForms, (string Form, int PersonId, string Name)> open = new();

    /// <summary>Told when somebody came to a form or left it; the form's address. Handlers return at once.</summary>
    public event Action<string>? Changed;

    /// <summary>The names of the others who have a form open, each once, in order of name.</summary>
    public IReadOnlyList<string> Others(string form, int me) =>
        [.. open.Values.Where(o => o.Form == form && o.PersonId != me).Select(o => o.Name).Distinct().Order(StringComparer.Ordinal)];

    internal void Put(OpenForms circuit, (string Form, int PersonId, string Name)? at)
    {
        open.TryRemove(circuit, out var before);
        if (at is { } now)
        {
            open[circuit] = now;
        }

        if (before.Form is { } left && left != at?.Form)
        {
            Changed?.Invoke(left);
        }

        if (at is { } came && came.Form != before.Form)
        {
            Changed?.Invoke(came.Form);
        }
    }
}

/// <summary>The form that one circuit has open, and whether its line is up.</summary>
public sealed class OpenForms(FormPresence presence) : CircuitHandler
{
    private (string Form, int PersonId, string Name)? at;

    /// <summary>Says that this circuit shows a form.</summary>
    /// <param name="form">Its address.</param>
    /// <param name="personId">Who looks at it.</param>
    /// <param name="name">His name.</param>
    public void Enter(string form, int personId, string name) => presence.Put(this, at = (form, personId, name));

    /// <summary>Says that it no longer does; nothing happens when it shows another one by now.</summary>
    public void Leave(string form)
    {
        if (at?.Form == form)
        {
            presence.Put(this, at = null);
        }
    }

    /// <inheritdoc/>
    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        presence.Put(this, null);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        presence.Put(this, at);
        return Task.CompletedTask;
    }
}
