namespace Portal.Tests.Domain;

public sealed class ProblemTests
{
    [Fact]
    public void Problem_reads_its_text_from_the_catalogue() => Assert.StartsWith("Không có trang", Portal.Domain.Problem.NotFound.Text);
}
