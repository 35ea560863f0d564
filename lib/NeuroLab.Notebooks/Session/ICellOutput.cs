using System.Text.Json.Nodes;

namespace NeuroLab.Notebooks.Session;

/// <summary>Where a cell's output goes while it runs. Calls come from any thread.</summary>
public interface ICellOutput
{
    /// <summary>Text written to the console.</summary>
    /// <param name="stream"><c>stdout</c> or <c>stderr</c>.</param>
    /// <param name="text">What was written.</param>
    void Write(string stream, string text);

    /// <summary>A value shown with <c>display</c>.</summary>
    /// <param name="displayId">The name by which it may be replaced.</param>
    /// <param name="data">Its views by MIME type.</param>
    void Display(string displayId, JsonObject data);

    /// <summary>New content for a value shown before.</summary>
    /// <param name="displayId">The name it was shown under.</param>
    /// <param name="data">Its views by MIME type.</param>
    void Update(string displayId, JsonObject data);

    /// <summary>The value of the cell's last expression.</summary>
    /// <param name="data">Its views by MIME type.</param>
    void Result(JsonObject data);

    /// <summary>A word on work that takes a while; not part of the cell's output.</summary>
    /// <param name="text">What goes on.</param>
    void Progress(string text);
}
