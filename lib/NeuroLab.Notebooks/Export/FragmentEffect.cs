namespace NeuroLab.Notebooks.Export;

/// <summary>What a piece of HTML from a notebook could do to the page around it.</summary>
internal enum FragmentEffect
{
    /// <summary>Nothing: it can stand in the page as it is.</summary>
    None,

    /// <summary>It brings style rules, which would also apply to the page.</summary>
    Styles,

    /// <summary>It runs code, loads things, or closes tags that it did not open.</summary>
    Acts,
}
