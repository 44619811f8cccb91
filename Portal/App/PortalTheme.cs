using MudBlazor;

namespace Portal.App;

/// <summary>MudBlazor's share of the look. The values are those of <c>css/tokens.css</c>; change both together.</summary>
public static class PortalTheme
{
    private static readonly string[] Font = ["Inter", "Segoe UI", "Arial", "sans-serif"];

    /// <summary>The theme of every dialog, menu and picker.</summary>
    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0B4F8A",
            PrimaryContrastText = "#FFFFFF",
            PrimaryDarken = "#083D6C",
            PrimaryLighten = "#E4EEF8",
            Secondary = "#47576A",
            Tertiary = "#54309A",
            Info = "#0B4F8A",
            Success = "#0C5C46",
            Warning = "#8A3C00",
            Error = "#A31621",
            Dark = "#0A2F52",
            Background = "#F3F5F8",
            BackgroundGray = "#EAEEF3",
            Surface = "#FFFFFF",
            AppbarBackground = "#0A2F52",
            AppbarText = "#FFFFFF",
            DrawerBackground = "#FFFFFF",
            TextPrimary = "#14202B",
            TextSecondary = "#47576A",
            TextDisabled = "#5A6979",
            ActionDefault = "#47576A",
            LinesDefault = "#D7DEE6",
            LinesInputs = "#76869A",
            Divider = "#D7DEE6",
            TableLines = "#D7DEE6",
            TableStriped = "#F3F5F8",
            TableHover = "#E4EEF8",
            Skeleton = "#EAEEF3",
            HoverOpacity = 0.06,
            RippleOpacity = 0,
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#7DB8F0",
            PrimaryContrastText = "#06223D",
            PrimaryDarken = "#A5CFF7",
            PrimaryLighten = "#17304A",
            Secondary = "#B4C2D0",
            Tertiary = "#D0BFFA",
            Info = "#A9D2FA",
            Success = "#8FE0C6",
            Warning = "#FFC08A",
            Error = "#FFB3B3",
            Background = "#0F161D",
            BackgroundGray = "#121B24",
            Surface = "#18222C",
            AppbarBackground = "#0A1A2B",
            AppbarText = "#FFFFFF",
            DrawerBackground = "#18222C",
            TextPrimary = "#E8EEF4",
            TextSecondary = "#B4C2D0",
            TextDisabled = "#98A9BA",
            ActionDefault = "#B4C2D0",
            LinesDefault = "#2C3946",
            LinesInputs = "#6F8296",
            Divider = "#2C3946",
            TableLines = "#2C3946",
            TableHover = "#17304A",
            Skeleton = "#121B24",
            HoverOpacity = 0.06,
            RippleOpacity = 0,
        },
        LayoutProperties = new() { DefaultBorderRadius = "6px", AppbarHeight = "56px", DrawerWidthLeft = "280px" },
        Typography = new()
        {
            Default = new DefaultTypography { FontFamily = Font, FontSize = "1rem", LineHeight = "1.5", LetterSpacing = "0" },
            H1 = new H1Typography { FontSize = "1.75rem", FontWeight = "600", LineHeight = "1.3" },
            H2 = new H2Typography { FontSize = "1.375rem", FontWeight = "600", LineHeight = "1.35" },
            H3 = new H3Typography { FontSize = "1.125rem", FontWeight = "600", LineHeight = "1.4" },
            Button = new ButtonTypography { FontSize = ".9375rem", FontWeight = "500", TextTransform = "none", LetterSpacing = "0" },
        },
    };
}
