using Portal.Domain.Requests;

namespace Portal.Tests.Domain.Requests;

/// <summary>Answer sheets written as text: "CA02.01=64; khoKhanVuongMac=..."; a path of another item as "XA-04:XA04.05=3"; "evidence=2" and "banBaoCaoDaKy=1" are counts.</summary>
internal static class Answers
{
    public static AnswerSheet Sheet(string item, string answers)
    {
        var values = new List<(string, string, string?)>();
        var evidence = new Dictionary<string, int>();
        var files = new Dictionary<(string, string), int>();
        foreach (var answer in answers.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (path, value) = (answer[..answer.IndexOf('=')], answer[(answer.IndexOf('=') + 1)..]);
            var owner = item;
            if (path.IndexOf(':') is > 0 and var colon)
            {
                (owner, path) = (path[..colon], path[(colon + 1)..]);
            }
            switch (path)
            {
                case "evidence":
                    evidence[owner] = int.Parse(value);
                    break;
                case "banBaoCaoDaKy":
                    files[(owner, path)] = int.Parse(value);
                    break;
                default:
                    values.Add((owner, path, value));
                    break;
            }
        }
        return new(values, evidence, files);
    }
}
