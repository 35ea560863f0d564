using NeuroLab.Data;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Data;

/// <summary>Pictures of a reader's own: folders of PNG files, a table, a pair of IDX files.</summary>
public sealed class OwnPicturesTests : IDisposable
{
    // 4 x 2, white, with two black pixels at the top left.
    private const string Grey = "iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAAAAABawyK/AAAAEUlEQVR42mNgYPj/H4j+/wcAFvMF++HCr/YAAAAASUVORK5CYII=";

    // 2 x 2, nothing, with one black pixel at the bottom right.
    private const string Transparent = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAYAAABytg0kAAAADElEQVR42mNgQAP/AQERAQCeK1qCAAAAAElFTkSuQmCC";

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void A_folder_for_each_class_becomes_pictures_of_one_size_in_which_ink_is_1()
    {
        Write("b/second.png", Convert.FromBase64String(Transparent));
        Write("a/first.png", Convert.FromBase64String(Grey));
        Write("a/notes.txt", [1]);

        Dataset pictures = Datasets.Open(folder.Path, 2);

        Assert.Equal(new Shape(2, 1, 2, 2), pictures.Inputs.Shape);
        Assert.Equal([1, 0, 0, 0, 0, 0, 0, 1], pictures.Inputs.ToArray());
        Assert.Equal(["a", "b"], pictures.ClassNames);
        Assert.Equal([0, 1], pictures.Labels);
    }

    [Fact]
    public void What_systems_keep_for_themselves_is_no_class_and_no_picture_and_an_empty_class_is_said()
    {
        Write("a/first.png", Convert.FromBase64String(Grey));
        Write("a/._first.png", [1, 2, 3]);
        Write(".ipynb_checkpoints/first.png", Convert.FromBase64String(Grey));
        Assert.Equal(["a"], Datasets.Open(folder.Path, 2).ClassNames);

        Write("b/notes.txt", [1]);
        string message = Assert.Throws<DataFormatException>(() => Datasets.Open(folder.Path)).Message;
        Assert.StartsWith(Path.Combine(folder.Path, "b") + " holds no pictures.", message, StringComparison.Ordinal);
        Assert.Contains("or take the folder away", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_becomes_square_pictures_scaled_to_1()
    {
        Write("digits.csv", "label,p0,p1,p2,p3\none,0,16,0,0\ntwo,8,0,0,0\n"u8.ToArray());

        Dataset pictures = Datasets.Open(Path.Combine(folder.Path, "digits.csv"), 2);

        Assert.Equal([0, 1, 0, 0, 0.5f, 0, 0, 0], pictures.Inputs.ToArray());
        Assert.Equal(["one", "two"], pictures.ClassNames);
    }

    [Fact]
    public void A_pair_of_IDX_files_is_found_in_its_folder()
    {
        Write("my-images-idx3-ubyte", [0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 2, 0, 255, 0, 0]);
        Write("my-labels-idx1-ubyte", [0, 0, 8, 1, 0, 0, 0, 1, 0]);

        Assert.Equal([0, 1, 0, 0], Datasets.Open(folder.Path, 2).Inputs.ToArray());
    }

    [Fact]
    public void What_is_no_picture_is_said_with_the_form_expected()
    {
        Assert.Contains("no folder and no file", Assert.Throws<FileNotFoundException>(() => Datasets.Open(Path.Combine(folder.Path, "none"))).Message, StringComparison.Ordinal);
        Assert.Contains("a folder for each class", Assert.Throws<DataFormatException>(() => Datasets.Open(folder.Path)).Message, StringComparison.Ordinal);
        Write("table.csv", "label,p0,p1\none,0,16\ntwo,8,0\n"u8.ToArray());
        Assert.Contains("no square picture", Assert.Throws<DataFormatException>(() => Datasets.Open(Path.Combine(folder.Path, "table.csv"))).Message, StringComparison.Ordinal);
        Write("a/broken.png", [1, 2, 3]);
        string message = Assert.Throws<DataFormatException>(() => Datasets.Open(folder.Path)).Message;
        Assert.Contains("broken.png", message, StringComparison.Ordinal);
        Assert.Contains("Save it again as PNG", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_cut_off_in_the_middle_is_said_to_be_broken()
    {
        byte[] whole = Convert.FromBase64String(Grey);
        Write("a/cut.png", whole[..^20]);

        Assert.Contains("cut.png", Assert.Throws<DataFormatException>(() => Datasets.Open(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1, new float[] { 2.5f })]
    [InlineData(2, 2, new float[] { 1, 2, 3, 4 })]
    [InlineData(4, 2, new float[] { 1, 2, 1, 2, 3, 4, 3, 4 })]
    [InlineData(1, 3, new float[] { 2, 2.5f, 3 })]
    public void A_picture_of_another_size_keeps_its_mean(int height, int width, float[] expected)
    {
        Tensor picture = new float[,] { { 1, 2 }, { 3, 4 } };
        Assert.Equal(expected, Pictures.Resize(picture, (height, width)).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => Pictures.Resize(picture, 0));
        Assert.Throws<ArgumentException>(() => Pictures.Resize(new Tensor(0, 2), 2));
    }

    public void Dispose() => folder.Dispose();

    private void Write(string name, byte[] bytes)
    {
        string path = Path.Combine(folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }
}
