using NeuroLab.Tensors;

namespace NeuroLab.Ops;

/// <summary>
/// The way back: from a loss to everything it was made from, newest operation first.
/// </summary>
/// <remarks>
/// It is the engine of notebook 06, for tensors: each result remembers the operation that made it, each operation its inputs. What
/// <c>Order</c> does there, two lines do here: collect what can be reached, and sort it by when it ran. Then each operation passes its gradient
/// on, last one first. When an operation's turn comes, all that was made from its result has passed already, so its gradient is complete.
/// </remarks>
internal sealed class Tape
{
    [ThreadStatic]
    private static Tape? current;

    private List<Operation>? free;

    /// <summary>The tape of this thread.</summary>
    internal static Tape Current => current ??= new();

    /// <summary>Whether results remember where they came from: see <see cref="NoGrad"/>.</summary>
    internal bool IsRecording { get; set; } = true;

    /// <summary>Where the operations of the step that is under way come from; null outside of one.</summary>
    internal StepMemory? Memory { get; set; }

    /// <summary>Goes back from a tensor whose gradient has been set.</summary>
    internal void WalkBack(Operation last)
    {
        // Taken away while it is in use: an operation's Backward may itself go back over something.
        List<Operation> way = free ?? [];
        free = null;
        bool wasRecording = IsRecording;
        IsRecording = false;
        try
        {
            Collect(last, way);
            way.Sort(static (a, b) => b.Number.CompareTo(a.Number));
            foreach (Operation operation in way)
                operation.PassOn();
            foreach (Operation operation in way)
                operation.Finish();
        }
        finally
        {
            IsRecording = wasRecording;
            foreach (Operation operation in way)
                operation.IsOnWay = false;
            way.Clear();
            free = way;
        }
    }

    private static void Collect(Operation last, List<Operation> way)
    {
        Find(last, way);
        for (int i = 0; i < way.Count; i++)
        {
            way[i].RequireNotDone();
            foreach (Tensor input in way[i].Inputs)
            {
                if (input.Source is { IsOnWay: false } source)
                    Find(source, way);
            }
        }
    }

    private static void Find(Operation operation, List<Operation> way)
    {
        operation.IsOnWay = true;
        way.Add(operation);
    }
}
