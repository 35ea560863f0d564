namespace NeuroLab.Notebooks.Running;

/// <summary>A notebook's exercises and solutions do not fit together; the message names the notebook, the exercise and the remedy.</summary>
/// <param name="message">What is wrong.</param>
public sealed class ExerciseException(string message) : Exception(message);
