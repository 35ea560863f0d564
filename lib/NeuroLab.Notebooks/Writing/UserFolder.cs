namespace NeuroLab.Notebooks.Writing;

/// <summary>Folders that the system has for each user.</summary>
public static class UserFolder
{
    /// <summary>The path of such a folder.</summary>
    /// <param name="folder">Which.</param>
    /// <param name="remedy">What to do where there is none: a sentence that ends the message.</param>
    /// <exception cref="OutputException">The system knows none, as where HOME names a folder that does not exist.</exception>
    public static string Find(Environment.SpecialFolder folder, string remedy)
    {
        if (Environment.GetFolderPath(folder) is { Length: > 0 } path)
            return path;
        // A new user has a home, and in it nothing yet.
        if (Environment.GetFolderPath(Environment.SpecialFolder.UserProfile).Length > 0
            && Environment.GetFolderPath(folder, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } planned)
        {
            return planned;
        }

        string variable = OperatingSystem.IsWindows() ? "USERPROFILE" : "HOME";
        string value = Environment.GetEnvironmentVariable(variable) is { } set ? $"is \"{set}\"" : "is not set";
        throw new OutputException(
            $"Your folder for this ({folder}) is not known: the environment variable {variable} {value}, and should name a folder that exists. {remedy}");
    }
}
