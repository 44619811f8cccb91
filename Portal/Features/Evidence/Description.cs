using Portal.Domain;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;

namespace Portal.Features.Evidence;

/// <summary>A document's description as typed.</summary>
/// <param name="Kind"><see cref="Official"/> or <see cref="Other"/>.</param>
/// <param name="Number">Số, ký hiệu.</param>
/// <param name="IssuedOn">Ngày ban hành, as ngày/tháng/năm.</param>
/// <param name="Issuer">Cơ quan ban hành.</param>
/// <param name="Summary">Trích yếu, or what the picture shows.</param>
/// <param name="Restricted">Only the unit, the coordinator and the leader may open it.</param>
/// <param name="Version">The version of the description that was seen.</param>
public sealed record Description(string? Kind, string? Number, string? IssuedOn, string? Issuer, string? Summary, bool Restricted, int Version)
{
    /// <summary>An official document.</summary>
    public const string Official = "official";

    /// <summary>A picture or other file.</summary>
    public const string Other = "other";

    /// <summary>Checks lengths and the day as the form's own questions about a file do.</summary>
    /// <param name="questions">What the form asks about each file.</param>
    /// <returns>The description, or the first thing wrong, at its field.</returns>
    public Outcome<DocumentDescription> Read(IReadOnlyList<Field> questions)
    {
        if (Kind is not (Official or Other))
        {
            return Problem.Invalid(nameof(Problems.ChooseKind)).At("kind");
        }

        var number = Parse(questions, "soKyHieu", FieldType.Text, Number, "number");
        var issuedOn = Parse(questions, "ngay", FieldType.Date, IssuedOn, "issuedOn");
        var issuer = Parse(questions, "coQuan", FieldType.Text, Issuer, "issuer");
        var summary = Parse(questions, "trichYeu", FieldType.Text, Summary, "summary");
        if ((number.Problem ?? issuedOn.Problem ?? issuer.Problem ?? summary.Problem) is { } wrong)
        {
            return wrong;
        }

        return new DocumentDescription(Kind == Official ? EvidenceKind.Official : EvidenceKind.Other, number.Value, FieldInput.Day(issuedOn.Value), issuer.Value, summary.Value, Restricted);
    }

    private static Outcome<string?> Parse(IReadOnlyList<Field> questions, string code, FieldType type, string? raw, string name)
    {
        var read = FieldInput.Parse(questions.FirstOrDefault(f => f.Code == code && f.Type == type) ?? new Field(code, code, type), raw);
        return read.Problem is { } problem ? problem.At(name) : read;
    }
}
