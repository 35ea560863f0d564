namespace NeuroLab.Tool.Running;

/// <summary>Knows under which address a port of a GitHub Codespace is seen outside.</summary>
internal static class Codespace
{
    /// <summary>The address with <c>{port}</c> for the port; empty elsewhere.</summary>
    public static IReadOnlyList<string> Origins() =>
        Environment.GetEnvironmentVariable("CODESPACE_NAME") is { Length: > 0 } name
        && Environment.GetEnvironmentVariable("GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN") is { Length: > 0 } domain
            ? [$"https://{name}-{{port}}.{domain}"]
            : [];
}
