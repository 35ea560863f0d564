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
        Tensor rows = Numbers(5, 3);
        new[] { -0f, 0f, 0f, 0f, -0f, 0f, 1f, float.NaN, float.NaN, 2f, 2f, 1f, float.NegativeInfinity, -1f, -1f }.CopyTo(rows.Values);
        Console.WriteLine($"largest: {string.Join(' ', rows.ArgMax(1).ToArray())}");
        double Off(Tensor y, Tensor x, Func<double, double> f) { double worst = 0; for (int i = 0; i < x.Length; i++) worst = Math.Max(worst, Math.Abs(y.Values[i] - f(x.Values[i])) / Math.Max(1e-3, Math.Abs(f(x.Values[i])))); return worst; }
        Tensor z = 20 * Numbers(3000), above = z * z + 1e-3f;
        double[] off = [Off(z.Exp(), z, Math.Exp), Off(z.Tanh(), z, Math.Tanh), Off(z.Sigmoid(), z, v => 1 / (1 + Math.Exp(-v))), Off(above.Log(), above, Math.Log), Off(above.Pow(1.5f), above, v => Math.Pow(v, 1.5))];
        Console.WriteLine(off.All(v => v < 2e-6) ? "functions are right" : string.Join(", ", off))
        """;

    [BrowserFact]
    public async Task Results_have_the_bits_of_a_desktop_that_chooses_the_same_kernels()
    {
        using TemporaryFolder folder = new();
        NotebookDocument document = NotebookDocument.Create();
        document.Cells.Add(NotebookCell.Create(CellKind.Code, Cell));
        document.Save(folder.At("bits.ipynb"));
        File.Copy(Repository.At("notebooks/setup.dib"), folder.At("setup.dib"));
        NotebookDocument ran = await Desktop.RunAsync(folder.At("bits.ipynb"));
        string[] desktop = Lines(string.Concat(ran.Cells[0].Outputs.Select(shown => shown.Text)));

        await using Reader reader = await site.OpenAsync();
        string[] browser = Lines(await reader.RunAsync(1, Cell));
        Assert.Equal("NeuroLab (Vector128)", desktop[0]);
        Assert.Equal("functions are right", desktop[^1]);
        Assert.Equal(desktop, browser);
    }

    private static string[] Lines(string text) => [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
}
