using System.Text.Json.Nodes;
using NeuroLab.Jupyter.Zmtp;
using NeuroLab.Notebooks.Session;

namespace NeuroLab.Jupyter;

/// <summary>Answers requests: says busy, sends the reply, which is an error where a request makes no sense, and says idle.</summary>
internal sealed class RequestAnswers
{
    private readonly KernelChannels channels;
    private readonly KernelSession session;
    private readonly UserInput input;
    private readonly Dictionary<string, Func<JupyterMessage, Task<JsonObject>>> answers;

    public RequestAnswers(KernelChannels channels, KernelSession session, UserInput input)
    {
        (this.channels, this.session, this.input) = (channels, session, input);
        CellHistory history = session.History;
        CodeQuestions questions = new(session);
        CellExecution cells = new(channels, session, input, history);
        answers = new()
        {
            ["execute_request"] = cells.RunAsync,
            ["complete_request"] = questions.CompleteAsync,
            ["inspect_request"] = questions.InspectAsync,
            ["is_complete_request"] = questions.IsCompleteAsync,
            ["history_request"] = request => Task.FromResult(history.Answer(request)),
            ["kernel_info_request"] = _ => Task.FromResult(KernelInfo.Content()),
            ["comm_info_request"] = _ => Task.FromResult(new JsonObject { ["status"] = "ok", ["comms"] = new JsonObject() }),
            ["interrupt_request"] = _ =>
            {
                Interrupt();
                return Task.FromResult(new JsonObject { ["status"] = "ok" });
            },
            ["shutdown_request"] = request => Task.FromResult(new JsonObject { ["status"] = "ok", ["restart"] = request.Flag("restart", false) }),
        };
    }

    /// <summary>Whether a message asks the kernel to end, once it has been answered.</summary>
    public static bool EndsKernel(JupyterMessage request) => request.Type == "shutdown_request";

    /// <summary>Asks the cell that runs to stop.</summary>
    public void Interrupt()
    {
        // In this order: a cell that waits for input learns that it is interrupted before it learns that there is none.
        session.Interrupt();
        input.Forget();
    }

    /// <summary>Answers a message from a socket.</summary>
    /// <remarks>Some messages of the protocol are no requests, and newer ones may be unknown here: both get no reply.</remarks>
    public async Task AnswerAsync(IMessageSocket socket, JupyterMessage request)
    {
        channels.Publish(request, "status", new JsonObject { ["execution_state"] = "busy" });
        if (answers.TryGetValue(request.Type, out Func<JupyterMessage, Task<JsonObject>>? answer))
        {
            JsonObject reply = await ReplyAsync(socket, request, answer).ConfigureAwait(false);
            string type = request.Type.Replace("_request", "_reply", StringComparison.Ordinal);
            channels.Send(socket, request, type, reply);
            if (EndsKernel(request))
                channels.Publish(request, type, reply);
        }
        else if (request.Type == "comm_open" && request.Body?["comm_id"] is { } id)
        {
            // There are no widgets here: who opens a channel for one is told that it is closed.
            channels.Publish(request, "comm_close", new JsonObject { ["comm_id"] = id.DeepClone(), ["data"] = new JsonObject() });
        }

        channels.Publish(request, "status", new JsonObject { ["execution_state"] = "idle" });
    }

    private async Task<JsonObject> ReplyAsync(IMessageSocket socket, JupyterMessage request, Func<JupyterMessage, Task<JsonObject>> answer)
    {
        try
        {
            if (request.Type == "execute_request" && socket != channels.Shell)
                throw new RequestException("An execute_request belongs on the shell channel, where cells wait for each other.");
            return await answer(request).ConfigureAwait(false);
        }
        catch (RequestException wrong)
        {
            return Failed("BadRequest", wrong.Message);
        }
#pragma warning disable CA1031 // Whatever a request does, it is answered, and the next one is served.
        catch (Exception error)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync($"The kernel could not answer {request.Type}: {error}").ConfigureAwait(false);
            return Failed(error.GetType().Name, $"The kernel could not answer: {error.Message}");
        }
    }

    private static JsonObject Failed(string name, string message)
    {
        JsonObject reply = CellExecution.Content(new CellError(name, message, [message]));
        reply["status"] = "error";
        return reply;
    }
}
