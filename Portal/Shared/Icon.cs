using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Portal.Shared;

/// <summary>One glyph of <see cref="Glyph"/>, drawn inline in the colour and size of the text around it.</summary>
public sealed class Icon : ComponentBase
{
    /// <summary>A name of <see cref="Glyph"/>.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = Glyph.Circle;

    /// <summary>Further css classes.</summary>
    [Parameter] public string? Class { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddMarkupContent(0, Glyph.Svg(Name, Class));
}
