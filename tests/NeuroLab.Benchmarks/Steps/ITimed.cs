namespace NeuroLab.Benchmarks.Steps;

/// <summary>Something that is done over and over while a clock runs.</summary>
internal interface ITimed
{
    /// <summary>The name its figure has in the output.</summary>
    string Key { get; }

    /// <summary>Does it once.</summary>
    void Run();
}
