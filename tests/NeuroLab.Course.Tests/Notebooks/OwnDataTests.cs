using System.Buffers.Binary;
using System.Globalization;
using NeuroLab.Data;
using NeuroLab.Notebooks.Documents;
using NeuroLab.Notebooks.Running;
using NeuroLab.Tensors;

namespace NeuroLab.Course.Tests.Notebooks;

/// <summary>Notebook 16 with pictures of a reader's own in place of its digits: everything below speaks of them.</summary>
public sealed class OwnDataTests : IDisposable
{
    private const string Name = "16-your-own-network.ipynb";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_folder_of_PNG_files_for_each_class_goes_through_all_cells()
    {
        string[] names = ["null", "eins", "zwei und mehr"];
        Dataset digits = Synthetic.Glyphs(600, new Random(1), noise: 0.1);
        for (int i = 0; i < digits.Count; i++)
        {
            if (digits.Labels[i] >= names.Length)
                continue;
            string own = folder.At(names[digits.Labels[i]]);
            Directory.CreateDirectory(own);
            Tensor picture = digits.Inputs.Rows(i).Reshape(28, 28);
            // Red ink on yellow paper, wider than high.
            File.WriteAllBytes(Path.Combine(own, $"{i}.png"), PngFile.Of(42, 56, (row, column) => Ink(picture[row * 28 / 42, column / 2])));
        }

        await RunAsync(folder.Path, names);

        static (byte Red, byte Green, byte Blue) Ink(float ink) => ((byte)(255 - (100 * ink)), (byte)(240 - (240 * ink)), (byte)(180 - (180 * ink)));
    }

    [Fact]
    public async Task A_table_goes_through_all_cells()
    {
        Dataset digits = Datasets.OptDigits().Take(300);
        string header = $"label,{string.Join(',', Enumerable.Range(0, 64).Select(pixel => $"p{pixel}"))}";
        IEnumerable<string> rows = Enumerable.Range(0, digits.Count).Select(i =>
            $"{digits.Labels[i]},{string.Join(',', digits.Inputs.Row(i).ToArray().Select(ink => (16 * ink).ToString(CultureInfo.InvariantCulture)))}");

        await RunAsync(folder.Write("my digits.csv", string.Join('\n', [header, .. rows]) + "\n"), [.. digits.ClassNames]);
    }

    [Fact]
    public async Task A_pair_of_IDX_files_goes_through_all_cells()
    {
        Dataset digits = Synthetic.Glyphs(300, new Random(2));
        folder.Write("mine-images-idx3-ubyte", [0, 0, 8, 3, .. Number(digits.Count), .. Number(28), .. Number(28), .. digits.Inputs.ToArray().Select(ink => (byte)(255 * ink))]);
        folder.Write("mine-labels-idx1-ubyte", [0, 0, 8, 1, .. Number(digits.Count), .. digits.Labels.Select(label => (byte)label)]);

        await RunAsync(folder.Path, [.. digits.ClassNames]);

        static byte[] Number(int number)
        {
            byte[] bytes = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(bytes, number);
            return bytes;
        }
    }

    private static async Task RunAsync(string path, string[] classes)
    {
        CourseNotebook notebook = CourseNotebook.Load(Name);
        NotebookCell first = notebook.TeachingCells.First();
        Assert.Contains("\"glyphs\";", first.Source, StringComparison.Ordinal);
        first.Source = first.Source.Replace("\"glyphs\";", $"@\"{path}\";", StringComparison.Ordinal);
        notebook.LetClaimsBeFalse();

        NotebookResult result = await NotebookRunner.RunAsync(notebook.Document, notebook.Path, new RunOptions { KeepGoing = true });

        Assert.All(result.Cells, cell =>
        {
            Assert.True(cell.Ok, $"Cell {cell.Index + 1} failed: {cell.Error?.Message}");
            Assert.DoesNotContain(cell.Outputs, output => output.StreamName == "stderr");
        });
        Assert.Equal((await CourseRuns.OfAsync(Name)).Charts, result.Charts);
        string said = string.Concat(result.Cells.SelectMany(cell => cell.Outputs).Select(output => output.Text));
        string worst = said.Split('\n').Single(line => line.StartsWith("worst class", StringComparison.Ordinal));
        Assert.Contains(classes, name => worst.EndsWith($", {name}", StringComparison.Ordinal));
    }
}
