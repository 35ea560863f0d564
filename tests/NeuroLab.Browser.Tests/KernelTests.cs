using System.Globalization;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Tests.Shared.Browser;
using NeuroLab.Tests.Shared.Site;

namespace NeuroLab.Browser.Tests;

/// <summary>What the library computes in the browser.</summary>
public sealed class KernelTests(LiveSite site) : IClassFixture<LiveSite>
{
    /// <summary>Prints the bits of products, convolutions, poolings, norms, masks and steps of training, the places of the largest numbers, and how far functions are from what they should be.</summary>
    private const string Cell =
        """
        #!import "setup.dib"
        var start = new MersenneTwister(5);
        Tensor Fill(Tensor x) { foreach (ref float v in x.Values) v = (float)(2 * start.NextDouble() - 1); return x; }
        Tensor Numbers(params int[] sizes) => Fill(new Tensor(sizes));
        string Bits(Tensor x) { ulong h = 14695981039346656037; foreach (float v in x.Values) h = (h ^ BitConverter.SingleToUInt32Bits(v)) * 1099511628211; return $"{h:x16}"; }
        Console.WriteLine(NeuroLab.Kernels.Provider.SimdLinearAlgebraProvider.Instance);
        foreach (var (m, k, n) in new[] { (1, 1, 1), (7, 5, 9), (20, 64, 10), (64, 64, 64), (65, 130, 33), (12, 2000, 8) })
            Console.WriteLine($"product {m} {k} {n}: {Bits(Numbers(m, k).MatMul(Numbers(k, n)))}");
        var (a, b) = (Matrix<double>.Build.Random(30, 40, 1), Matrix<double>.Build.Random(40, 20, 2));
        Console.WriteLine($"doubles: {string.Concat((a * b).ToColumnMajorArray().Take(50).Select(v => $"{BitConverter.DoubleToUInt64Bits(v):x16}"))}");
        void Learn(string name, Layer net, Tensor x)
        {
            var (sgd, loss) = (new SGD(net.Parameters, 0.1f, 0.9f), new MSELoss());
            for (int step = 0; step < 3; step++) { sgd.ZeroGrad(); Tensor y = net.Forward(x); loss.Forward(y, Fill(new Tensor(y.Shape))).Backward(); sgd.Step(); }
            Console.WriteLine($"{name}: {Bits(net.Forward(x))} {string.Join(' ', net.Parameters.Select(p => Bits(p.Value)))}");
        }
        Learn("full", new Sequential(new Linear(13, 21, start), new ReLU(), new Linear(21, 3, start)), Numbers(17, 13));
        Learn("norm", new Sequential(new Linear(8, 10, start), new BatchNorm1d(10), new ReLU(), new Linear(10, 2, start)), Numbers(11, 8));
        Learn("dropout", new Sequential(new Linear(8, 10, start), new Dropout(0.3f, start), new Linear(10, 2, start)), Numbers(11, 8));
        Learn("pictures", new Sequential(new Conv2d(1, 8, 5, start), new BatchNorm2d(8), new ReLU(), new MaxPool2d(2), new Conv2d(8, 12, 3, start), new MaxPool2d(3), new Flatten(), new Linear(48, 4, start)), Numbers(6, 1, 22, 22));
        void Read(string name, Layer net, Tensor x, int classes, float smoothing = 0)
        {
            var (sgd, loss) = (new SGD(net.Parameters, 0.1f, 0.9f), new CrossEntropyLoss(smoothing));
            int[] labels = [.. Enumerable.Range(0, x.Shape[0]).Select(i => i * 7 % classes)];
            for (int step = 0; step < 5; step++) { sgd.ZeroGrad(); loss.Forward(net.Forward(x), labels).Backward(); sgd.Step(); }
            Console.WriteLine($"{name}: {Bits(net.Forward(x))} {string.Join(' ', net.Parameters.Select(p => Bits(p.Value)))}");
        }
        Read("classes", new Sequential(new Linear(13, 21, start), new Tanh(), new Linear(21, 10, start)), Numbers(17, 13), 10);
        Read("smoothed", new Sequential(new Linear(13, 20, start), new Sigmoid(), new Linear(20, 7, start)), Numbers(17, 13), 7, 0.1f);
        Read("two classes", new Sequential(new Linear(3, 8, start), new ReLU(), new Linear(8, 2, start)), Numbers(9, 3), 2);
        Read("sequences", new Sequential(new RNN(3, 6, start), new LastStep(), new Linear(6, 4, start)), Numbers(5, 7, 3), 4);
        Tensor rows = Numbers(5, 3);
        new[] { -0f, 0f, 0f, 0f, -0f, 0f, 1f, float.NaN, float.NaN, 2f, 2f, 1f, float.NegativeInfinity, -1f, -1f }.CopyTo(rows.Values);
        Console.WriteLine($"largest: {string.Join(' ', rows.ArgMax(1).ToArray())}");
        double Off(Tensor y, Tensor x, Func<double, double> f) { double worst = 0; for (int i = 0; i < x.Length; i++) worst = Math.Max(worst, Math.Abs(y.Values[i] - f(x.Values[i])) / Math.Max(1e-3, Math.Abs(f(x.Values[i])))); return worst; }
        Tensor z = 20 * Numbers(3000), above = z * z + 1e-3f;
        double[] off = [Off(z.Exp(), z, Math.Exp), Off(z.Tanh(), z, Math.Tanh), Off(z.Sigmoid(), z, v => 1 / (1 + Math.Exp(-v))), Off(above.Log(), above, Math.Log), Off(above.Pow(1.5f), above, v => Math.Pow(v, 1.5))];
        Console.WriteLine(off.All(v => v < 2e-6) ? "functions are right" : string.Join(", ", off))
        """;

    /// <summary>Prints numbers that functions, losses, norms, poolings and recurrent layers give, and their gradients.</summary>
    private const string Numbers =
        """
        #!import "setup.dib"
        var start = new MersenneTwister(7);
        Tensor Fill(params int[] sizes) => new Tensor(sizes).Apply(_ => (float)(4 * start.NextDouble() - 2));
        void Show(string name, params Tensor[] all) => Console.WriteLine($"{name}: {string.Join(' ', all.SelectMany(x => x.ToArray()).Select(v => v.ToString("G9")))}");
        void Back(string name, Layer layer, Tensor x, bool intoX = true)
        {
            x.RequiresGrad = intoX;
            Tensor y = layer.Forward(x);
            y.Backward(Fill([.. Enumerable.Range(0, y.Rank).Select(i => y.Shape[i])]));
            Show(name, [y, .. intoX ? [x.Gradient] : Array.Empty<Tensor>(), .. layer.Parameters.Select(p => p.Gradient)]);
        }
        Tensor edges = Tensor.Vector([0, -0f, 1e-8f, -1e-8f, 0.6249f, 0.6251f, -0.7f, 1, -3, 9.5f, -9.5f, 30, -30, 87, -87, 88.8f, -100, -104, 1e30f, float.PositiveInfinity, float.NegativeInfinity, float.NaN]);
        Show("exp", edges.Exp());
        Show("tanh", edges.Tanh());
        Show("sigmoid", edges.Sigmoid());
        Show("log", edges.Log());
        Show("signs of 0", 1 / edges.Tanh().Rows(0..2), 1 / edges.ReLU().Rows(0..1));
        Back("ELU", new ELU(), Fill(3, 7));
        Back("leaky ReLU", new LeakyReLU(), Fill(3, 7));
        Back("layer norm", new LayerNorm(9), Fill(5, 9));
        Back("batch norm", new BatchNorm1d(9), Fill(6, 9));
        Back("batch norm of pictures", new BatchNorm2d(3), Fill(4, 3, 5, 5));
        Back("RNN", new RNN(3, 5, start), Fill(4, 6, 3));
        Back("GRU", new GRU(3, 5, start), Fill(2, 4, 3));
        Back("embedding", new Embedding(5, 3, start), new Tensor(new Shape(2, 2), [4, 0, 4, 1]), intoX: false);
        Back("windows that overlap", new MaxPool2d(3, stride: 2, padding: 1), Fill(2, 3, 9, 8));
        Back("windows of two", new MaxPool2d(2), Fill(2, 3, 9, 8));
        Back("one channel", new Conv2d(1, 5, 3, start, padding: 1), Fill(3, 1, 20, 20));
        Back("dilated", new Conv2d(3, 7, 3, start, padding: 2, dilation: 2), Fill(5, 3, 9, 11));
        Back("dilated without a frame", new Conv2d(2, 13, (2, 3), start), Fill(1, 2, 6, 5));
        int[] labels = [0, 3, 2, 2, 1];
        foreach (float smoothing in new[] { 0, 0.1f })
        {
            Tensor z = 5 * Fill(5, 4), own = z.Clone();
            own.RequiresGrad = true;
            Tensor loss = new CrossEntropyLoss(smoothing).Forward(own, labels);
            loss.Backward();
            Show($"cross entropy, {smoothing}", loss, own.Gradient, Tensor.Scalar((float)Metrics.Accuracy(z, labels)));
        }
        var all = new[] { new Parameter("a", Fill(40)), new Parameter("b", Fill(3, 3)) };
        foreach (Parameter p in all) p.Gradient.CopyFrom(p.Value);
        Show("clipped", Tensor.Scalar(GradientClipping.ByNorm(all, 2)), all[0].Gradient, all[1].Gradient);
        """;

    /// <summary>Lets the session start as on a site that was made without its kernels.</summary>
    private const string WithoutKernels =
        """
        window.Worker = class extends Worker {
            postMessage(message, ...more) { super.postMessage(message.framework ? { ...message, kernels: null } : message, ...more); }
        };
        """;

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Results_have_the_bits_of_a_desktop_that_chooses_the_same_kernels(bool hasKernels)
    {
        string[] desktop = await OnDesktopAsync(Cell), browser = await InBrowserAsync(Cell, hasKernels);
        Assert.Equal("NeuroLab (Vector128)", desktop[0]);
        // Without Node.js the build makes no kernels.
        bool areThere = hasKernels && Programs.Find("node", "node.exe") is not null;
        Assert.Equal($"NeuroLab ({(areThere ? "WebAssembly" : "Vector128")})", browser[0]);
        Assert.Equal("functions are right", desktop[^1]);
        // Only the kernels have the functions of a desktop's library; without them, the others are held.
        bool IsHeld(string line) => areThere || !(line.StartsWith("classes", StringComparison.Ordinal) || line.StartsWith("smoothed", StringComparison.Ordinal) || line.StartsWith("sequences", StringComparison.Ordinal));
        Assert.Equal(desktop[1..].Where(IsHeld), browser[1..].Where(IsHeld));
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Functions_losses_and_layers_give_the_numbers_of_a_desktop_but_for_their_rounding(bool hasKernels)
    {
        string[] desktop = await OnDesktopAsync(Numbers), browser = await InBrowserAsync(Numbers, hasKernels);
        Assert.Equal(desktop.Select(NameOf), browser.Select(NameOf));
        Assert.All(desktop.Zip(browser), pair =>
        {
            (double[] expected, double[] actual) = (NumbersOf(pair.First), NumbersOf(pair.Second));
            Assert.Equal(expected.Length, actual.Length);
            Assert.All(expected.Zip(actual), number => Assert.True(IsClose(number.First, number.Second, NameOf(pair.First) is "exp" or "tanh" or "sigmoid" or "log"), $"{NameOf(pair.First)}: {number.First} on the desktop, {number.Second} in the browser"));
        });
    }

    private static async Task<string[]> OnDesktopAsync(string cell)
    {
        using TemporaryFolder folder = new();
        NotebookDocument document = NotebookDocument.Create();
        document.Cells.Add(NotebookCell.Create(CellKind.Code, cell));
        document.Save(folder.At("kernels.ipynb"));
        File.Copy(Repository.At("notebooks/setup.dib"), folder.At("setup.dib"));
        NotebookDocument ran = await Desktop.RunAsync(folder.At("kernels.ipynb"));
        return Lines(string.Concat(ran.Cells[0].Outputs.Select(shown => shown.Text)));
    }

    private async Task<string[]> InBrowserAsync(string cell, bool hasKernels)
    {
        await using Reader reader = await site.OpenAsync(before: hasKernels ? null : WithoutKernels);
        return Lines(await reader.RunAsync(1, cell));
    }

    private static string NameOf(string line) => line[..line.IndexOf(':', StringComparison.Ordinal)];

    private static double[] NumbersOf(string line) =>
        [.. line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => double.Parse(number, CultureInfo.InvariantCulture))];

    // Of a function some seven digits hold, as long as a float has them; what was made of sums that nearly cancel has fewer.
    private static bool IsClose(double expected, double actual, bool ofFunction) =>
        expected.Equals(actual) || Math.Abs(expected - actual) <= (ofFunction ? 1e-6 * Math.Abs(expected) + float.Epsilon : 4e-6 * Math.Max(Math.Abs(expected), 0.5));

    private static string[] Lines(string text) => [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
}
