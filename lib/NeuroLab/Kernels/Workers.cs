using System.Diagnostics;
using System.Runtime.ExceptionServices;
using MathNet.Numerics;

namespace NeuroLab.Kernels;

/// <summary>
/// Threads that share out the parts of one piece of work, and wait for the next without being started anew.
/// </summary>
/// <remarks>
/// <para>A training step holds dozens of pieces of some ten microseconds each. So a worker that has nothing to do looks for the
/// next piece for a while before it goes to sleep, handing out a part is one atomic addition, and nothing is allocated.</para>
/// <para>On a machine that is busy with something else, a worker may be put aside in the middle of a part for longer than the whole
/// piece takes. Where that happens the calling thread works alone for a while.</para>
/// <para>Who does a part never shows in the result: parts write to places of their own, and what a part computes
/// depends on its number alone. <c>Control.MaxDegreeOfParallelism</c> of MathNet says how many threads may take part; each is started
/// when it is first needed.</para>
/// <para>There is one such crew for the whole process, because the process has its cores only once. Whatever else a kernel keeps belongs to
/// an object or to a thread.</para>
/// </remarks>
internal static class Workers
{
    /// <summary>MathNet allows no more threads than 1,024, the calling one among them.</summary>
    private const int MostWorkers = 1023;

    /// <summary>A piece may have so many parts (see <see cref="ticket"/>): a million, and twice that is counted before a late worker sees that none is left.</summary>
    private const int CountBits = 20;
    private const long CountMask = (1L << CountBits) - 1;

    /// <summary>How often a worker looks for the next piece before it sleeps: some 50 microseconds, as long as it takes to be woken.</summary>
    private const int MostLooks = 2000;

    /// <summary>A millisecond of waiting for a worker says that it was put aside; after a second at the latest the workers get another chance.</summary>
    private static readonly long LongWait = Stopwatch.Frequency / 1000, LongestAlone = Stopwatch.Frequency;

    // The number of the piece, the number of its parts and that of the next part, in one word: so a worker that comes late,
    // when another piece may already be under way, can't take a part that isn't there.
    private static long ticket;
    private static int done;
    private static int taken;
    private static int allowed;
    private static long alone, aloneUntil;
    private static IParts? current;
    private static Exception? failure;
    private static readonly SemaphoreSlim[] Sleepers = new SemaphoreSlim[MostWorkers];
    private static readonly int[] Asleep = new int[MostWorkers];
    private static int started;

    /// <summary>The number of threads that may take part, the calling one among them.</summary>
    internal static int ThreadCount => Math.Min(Control.MaxDegreeOfParallelism, MostWorkers + 1);

    /// <summary>Does all parts, on several threads where there are several, and comes back when all are done.</summary>
    /// <param name="work">What is to be done.</param>
    /// <param name="count">How many parts it has.</param>
    internal static void Run(IParts work, int count)
    {
        // The workers know one piece at a time: whoever comes while they are busy works alone.
        if (count <= 1 || count > CountMask / 2 || ThreadCount == 1 || IsAlone || Interlocked.Exchange(ref taken, 1) == 1)
        {
            for (int part = 0; part < count; part++)
                work.Do(part);
            return;
        }
        try
        {
            long begin = Stopwatch.GetTimestamp();
            current = work;
            failure = null;
            done = 0;
            allowed = ThreadCount - 1;
            while (started < allowed)
                StartWorker(started++);
            long piece = (Volatile.Read(ref ticket) >> (2 * CountBits)) + 1;
            Interlocked.Exchange(ref ticket, (piece << (2 * CountBits)) | ((long)count << CountBits));
            for (int i = 0; i < Math.Min(allowed, count - 1); i++)
            {
                if (Volatile.Read(ref Asleep[i]) == 1 && Interlocked.Exchange(ref Asleep[i], 0) == 1)
                    Sleepers[i].Release();
            }
            TakeParts();
            if (Volatile.Read(ref done) < count)
                WaitForOthers(count, begin);
            if (failure is not null)
                ExceptionDispatchInfo.Throw(failure);
        }
        finally
        {
            current = null;
            Volatile.Write(ref taken, 0);
        }
    }

    /// <summary>Does all parts of what a function says, which must be a static lambda so that nothing is allocated.</summary>
    /// <param name="state">What the function works on.</param>
    /// <param name="count">How many parts there are.</param>
    /// <param name="function">Does the part with a given number.</param>
    internal static void Run<T>(T state, int count, Action<T, int> function) => PartsOf<T>.Run(state, count, function);

    private static bool IsAlone => aloneUntil != 0 && Stopwatch.GetTimestamp() < Volatile.Read(ref aloneUntil);

    private static void WaitForOthers(int count, long begin)
    {
        long end = Stopwatch.GetTimestamp();
        SpinWait wait = default;
        while (Volatile.Read(ref done) < count)
            wait.SpinOnce(sleep1Threshold: -1);
        long now = Stopwatch.GetTimestamp(), waited = now - end;
        if (waited <= LongWait || waited <= end - begin)
            return;
        // As long as was lost; and twice as long each time it happens again soon, so that on a busy machine little time goes into waiting.
        bool isSoon = now - aloneUntil < alone;
        alone = Math.Min(isSoon ? Math.Max(2 * alone, waited) : waited, LongestAlone);
        Volatile.Write(ref aloneUntil, now + alone);
    }

    private static void TakeParts()
    {
        while (true)
        {
            long mine = Interlocked.Increment(ref ticket) - 1;
            int part = (int)(mine & CountMask), count = (int)((mine >> CountBits) & CountMask);
            if (part >= count)
                return;
            try
            {
                // The piece can't end before this part is done, so what is read here belongs to it.
                current!.Do(part);
            }
            catch (Exception exception)
            {
                failure = exception;
            }
            Interlocked.Increment(ref done);
        }
    }

    private static bool HasParts(long ticket) => (ticket & CountMask) < ((ticket >> CountBits) & CountMask);

    private static void Work(int number)
    {
        while (true)
        {
            for (int looks = 0; looks < MostLooks; looks++)
            {
                if (number < Volatile.Read(ref allowed) && HasParts(Volatile.Read(ref ticket)))
                {
                    TakeParts();
                    looks = 0;
                }
                Thread.SpinWait(1);
            }
            Interlocked.Exchange(ref Asleep[number], 1);
            // A piece that was given out since the last look found nobody asleep, and so woke nobody.
            if (HasParts(Volatile.Read(ref ticket)) && Interlocked.Exchange(ref Asleep[number], 0) == 1)
                continue;
            Sleepers[number].Wait();
        }
    }

    private static void StartWorker(int number)
    {
        Sleepers[number] = new SemaphoreSlim(0);
        new Thread(() => Work(number)) { IsBackground = true, Name = $"NeuroLab worker {number + 1}" }.Start();
    }
}
