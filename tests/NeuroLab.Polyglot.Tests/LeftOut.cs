namespace NeuroLab.Polyglot.Tests;

/// <summary>Stands where the tests are that need packages which not every package source has.</summary>
public sealed class LeftOut
{
    private const string How =
        "The tests on .NET Interactive and Plotly.NET were left out. To run them: dotnet test tests/NeuroLab.Polyglot.Tests -c Release " +
        "-p:Polyglot=true (and -p:RestoreAdditionalProjectSources=DIR where a folder holds the packages)";

    [Fact(DisplayName = How, Skip = How)]
    public void The_tests_were_left_out()
    {
    }
}
