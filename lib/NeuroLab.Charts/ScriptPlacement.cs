namespace NeuroLab.Charts;

/// <summary>How the scripts that draw a figure reach the page it is shown in.</summary>
public enum ScriptPlacement
{
    /// <summary>The first figure a process renders brings them; the figures after it find them in the page. For notebooks.</summary>
    FirstFigure,

    /// <summary>Every figure brings them, so each can stand alone in a page.</summary>
    EveryFigure,

    /// <summary>The page itself holds them: <see cref="PlotlyScript.WrappedSource"/>, then <see cref="PlotlyScript.Runtime"/>.</summary>
    Page,
}
