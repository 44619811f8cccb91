using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using Portal.Domain.Letters;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using D = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Portal.Platform.Documents;

/// <summary>Charts as Word draws them itself (ECMA-376, part 1, §21.2): lines and letters, sharp on any paper, told apart without colour too, with all figures in words for who listens.</summary>
internal static class WordCharts
{
    private const string ChartNamespace = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private const long Twip = 635, Bar = 330_000, Legend = 420_000, Least = 1_500_000, Most = 7_800_000; // EMU; the highest still leaves room on its page for the caption

    // From dark to light, so that a black-and-white print tells them apart; the last is hatched: of those nothing is known.
    private static readonly (string Fill, string Ink)[] Colours = [("1F4E79", "FFFFFF"), ("2E75B6", "FFFFFF"), ("9DC3E6", "000000"), ("DEEBF7", "000000"), ("F8CBAD", "000000")];

    /// <summary>The part's name.</summary>
    /// <param name="number">Which chart of the letter, from 1.</param>
    public static string Name(int number) => $"word/charts/chart{number}.xml";

    /// <summary>How the document names the part.</summary>
    public static string Relation(int number) => $"rIdChart{number}";

    /// <summary>The paragraph in which it stands.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="number">Which of the letter, from 1.</param>
    /// <param name="width">How much room there is, in twips.</param>
    public static Paragraph Place(LetterChart chart, int number, int width)
    {
        var height = Math.Clamp((chart.Bars.Count * Bar) + (chart.Series.Count > 1 ? Legend : 0) + Legend, Least, Most);
        var paragraph = WordText.Of(WordStyles.Chart);
        paragraph.Append(new Run(new Drawing(new D.Inline(
            new D.Extent { Cx = width * Twip, Cy = height },
            new D.DocProperties { Id = (uint)number, Name = Relation(number), Title = WordText.Clean(chart.Caption), Description = WordText.Clean(chart.AsText()) },
            new A.Graphic(new A.GraphicData(new C.ChartReference { Id = Relation(number) }) { Uri = ChartNamespace }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 })));
        return paragraph;
    }

    /// <summary>The part itself.</summary>
    public static C.ChartSpace Part(LetterChart chart)
    {
        var stacked = chart.Series.Count > 1;
        var bars = new C.BarChart(new C.BarDirection { Val = C.BarDirectionValues.Bar }, new C.BarGrouping { Val = stacked ? C.BarGroupingValues.PercentStacked : C.BarGroupingValues.Clustered }, new C.VaryColors { Val = false });
        for (var k = 0; k < chart.Series.Count; k++)
        {
            bars.Append(Series(chart, k, stacked));
        }

        bars.Append(new C.GapWidth { Val = 40 }, new C.Overlap { Val = (sbyte)(stacked ? 100 : 0) }, new C.AxisId { Val = 1 }, new C.AxisId { Val = 2 });
        var drawn = new C.Chart(new C.AutoTitleDeleted { Val = true }, new C.PlotArea(new C.Layout(), bars, Names(), Values()));
        if (stacked)
        {
            drawn.Append(new C.Legend(new C.LegendPosition { Val = C.LegendPositionValues.Bottom }, new C.Overlay { Val = false }));
        }

        drawn.Append(new C.PlotVisibleOnly { Val = true });
        return new C.ChartSpace(new C.RoundedCorners { Val = false }, drawn, new C.ShapeProperties(new A.NoFill(), new A.Outline(new A.NoFill())), Words("000000"));
    }

    private static C.BarChartSeries Series(LetterChart chart, int k, bool stacked)
    {
        var (series, last) = (chart.Series[k], stacked && k == chart.Series.Count - 1);
        var (fill, ink) = stacked ? Colours[k % Colours.Length] : (Colours[1].Fill, "000000");
        var look = new C.ChartShapeProperties(
            last ? new A.PatternFill(new A.ForegroundColor(new A.RgbColorModelHex { Val = "A6A6A6" }), new A.BackgroundColor(new A.RgbColorModelHex { Val = "FFFFFF" })) { Preset = A.PresetPatternValues.WideUpwardDiagonal } : new A.SolidFill(new A.RgbColorModelHex { Val = fill }),
            new A.Outline(new A.SolidFill(new A.RgbColorModelHex { Val = "7F7F7F" })) { Width = 6350 });
        var labels = new C.DataLabels(
            new C.NumberingFormat { FormatCode = stacked ? "#,##0;;" : "#,##0.##", SourceLinked = false }, // a stacked bar has no room for a nought
            new C.ChartShapeProperties(last ? new A.SolidFill(new A.RgbColorModelHex { Val = "FFFFFF" }) : new A.NoFill(), new A.Outline(new A.NoFill())), Words(last ? "000000" : ink),
            new C.DataLabelPosition { Val = stacked ? C.DataLabelPositionValues.Center : C.DataLabelPositionValues.OutsideEnd },
            new C.ShowLegendKey { Val = false }, new C.ShowValue { Val = true }, new C.ShowCategoryName { Val = false }, new C.ShowSeriesName { Val = false }, new C.ShowPercent { Val = false }, new C.ShowBubbleSize { Val = false });
        return new(new C.Index { Val = (uint)k }, new C.Order { Val = (uint)k }, new C.SeriesText(new C.NumericValue(WordText.Clean(series.Name))), look, new C.InvertIfNegative { Val = false }, labels,
            new C.CategoryAxisData(new C.StringLiteral([new C.PointCount { Val = (uint)chart.Bars.Count }, .. chart.Bars.Select((b, n) => new C.StringPoint(new C.NumericValue(WordText.Clean(b))) { Index = (uint)n })])),
            new C.Values(new C.NumberLiteral([new C.FormatCode("General"), new C.PointCount { Val = (uint)series.Values.Count }, .. series.Values.Select((v, n) => new C.NumericPoint(new C.NumericValue(v.ToString(CultureInfo.InvariantCulture))) { Index = (uint)n })])));
    }

    // The first bar on top, its name at the left.
    private static C.CategoryAxis Names() => new(
        new C.AxisId { Val = 1 }, new C.Scaling(new C.Orientation { Val = C.OrientationValues.MaxMin }), new C.Delete { Val = false }, new C.AxisPosition { Val = C.AxisPositionValues.Left },
        new C.MajorTickMark { Val = C.TickMarkValues.None }, new C.MinorTickMark { Val = C.TickMarkValues.None }, new C.TickLabelPosition { Val = C.TickLabelPositionValues.Low },
        new C.ChartShapeProperties(new A.Outline(new A.SolidFill(new A.RgbColorModelHex { Val = "7F7F7F" })) { Width = 6350 }), new C.CrossingAxis { Val = 2 }, new C.Crosses { Val = C.CrossesValues.AutoZero });

    // Not shown: every bar says its figure.
    private static C.ValueAxis Values() => new(
        new C.AxisId { Val = 2 }, new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }, new C.MinAxisValue { Val = 0 }), new C.Delete { Val = true }, new C.AxisPosition { Val = C.AxisPositionValues.Bottom },
        new C.MajorTickMark { Val = C.TickMarkValues.None }, new C.MinorTickMark { Val = C.TickMarkValues.None }, new C.TickLabelPosition { Val = C.TickLabelPositionValues.None },
        new C.CrossingAxis { Val = 1 }, new C.Crosses { Val = C.CrossesValues.Maximum }, new C.CrossBetween { Val = C.CrossBetweenValues.Between });

    private static C.TextProperties Words(string ink) => new(new A.BodyProperties(), new A.ListStyle(), new A.Paragraph(new A.ParagraphProperties(
        new A.DefaultRunProperties(new A.SolidFill(new A.RgbColorModelHex { Val = ink }), new A.LatinFont { Typeface = WordStyles.Font }, new A.ComplexScriptFont { Typeface = WordStyles.Font }) { FontSize = 1100, Bold = false }), new A.EndParagraphRunProperties { Language = "vi-VN" }));
}
