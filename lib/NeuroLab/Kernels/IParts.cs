namespace NeuroLab.Kernels;

/// <summary>A piece of work in parts that don't depend on each other.</summary>
internal interface IParts
{
    /// <summary>Does one part.</summary>
    /// <param name="part">Its number, counted from 0.</param>
    void Do(int part);
}
