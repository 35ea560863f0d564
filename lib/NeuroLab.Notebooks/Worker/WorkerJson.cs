using System.Text.Json.Serialization;

namespace NeuroLab.Notebooks.Worker;

/// <summary>The code that turns messages into JSON and back, made at build time, because a worker should start quickly.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true, MaxDepth = 256)]
[JsonSerializable(typeof(WorkerMessage))]
internal sealed partial class WorkerJson : JsonSerializerContext;
