using NeuroLab.Tensors;
using StbImageSharp;

namespace NeuroLab.Data;

public static partial class Datasets
{
    private static readonly string[] PictureEndings = [".png", ".jpg", ".jpeg", ".bmp", ".gif"];

    /// <summary>
    /// Your own pictures, as inputs (samples, channel 1, height, width) from 0 (paper) to 1 (ink): from a folder that has a folder of PNG
    /// files for each class, from a CSV table with a number a pixel and the class in the column <c>label</c> (or the last one), or from a folder
    /// with a pair of IDX files.
    /// </summary>
    /// <remarks>
    /// Colours become grey, pictures of another size are made as large as asked for, numbers are scaled so that the largest is 1, and where
    /// more than half is bright, as on white paper, dark and bright change places: ink is what counts.
    /// </remarks>
    /// <param name="path">The folder, or the table.</param>
    /// <param name="size">The height and width that the pictures get.</param>
    /// <exception cref="FileNotFoundException">There is nothing of that name.</exception>
    /// <exception cref="DataFormatException">It holds no pictures in one of these forms, or a file is broken.</exception>
    /// <example>
    /// <code>
    /// Dataset mine = Datasets.Open("my-digits");   // my-digits/zero/a.png, my-digits/zero/b.png, my-digits/one/a.png, ...
    /// </code>
    /// </example>
    public static Dataset Open(string path, int size = 28)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        Dataset read = Read(path, size);
        Tensor pictures = Pictures.Resize(read.Inputs, size);
        float largest = pictures.Values.Length == 0 ? 1 : Math.Max(pictures.Max(), float.Epsilon);
        bool isBright = pictures.Mean() > largest / 2;
        foreach (ref float pixel in pictures.Values)
            pixel = isBright ? 1 - (pixel / largest) : pixel / largest;
        return new Dataset(pictures, read.Labels, read.ClassNames);
    }

    private static Dataset Read(string path, int size)
    {
        if (File.Exists(path))
            return FromTable(path);
        if (!Directory.Exists(path))
            throw new FileNotFoundException($"There is no folder and no file {path} (looked in {Directory.GetCurrentDirectory()}).", path);
        if (IdxIn(path, "images-idx3") is { } images && IdxIn(path, "labels-idx1") is { } labels)
            return FromIdx(images, labels);
        return FromFolders(path, size);
    }

    private static string? IdxIn(string folder, string name) =>
        Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).FirstOrDefault(file => Path.GetFileName(file).Contains(name, StringComparison.Ordinal));

    private static Dataset FromTable(string path)
    {
        CsvTable table = CsvReader.Read(path);
        Dataset rows = table.ToDataset(table.Columns.Contains("label") ? "label" : table.Columns[^1]);
        int side = (int)Math.Round(Math.Sqrt(rows.Inputs.Shape[1]));
        return side * side == rows.Inputs.Shape[1]
            ? rows.AsImages(1, side, side)
            : throw new DataFormatException($"{path} has {rows.Inputs.Shape[1]} columns of numbers. As many pixels make no square picture: 64 are 8 x 8, 784 are 28 x 28. For a table of other numbers use CsvReader.Read(path).ToDataset(column).");
    }

    private static Dataset FromFolders(string path, int size)
    {
        // What systems and editors keep for themselves, such as .ipynb_checkpoints, begins with a dot.
        string[] classes = [.. Visible(Directory.EnumerateDirectories(path))];
        (string File, int Label)[] files = [.. classes.SelectMany((folder, label) => Visible(Directory.EnumerateFiles(folder))
            .Where(file => PictureEndings.Contains(Path.GetExtension(file).ToLowerInvariant())).Select(file => (file, label)))];
        if (files.Length == 0)
            throw new DataFormatException($"{path} holds no pictures in the form expected: a folder for each class, with PNG files in it, such as {Path.Combine(path, "zero", "a.png")}; or a pair of IDX files. It has {classes.Length} folders.");
        if (Enumerable.Range(0, classes.Length).Except(files.Select(file => file.Label)).ToArray() is [int empty, ..])
            throw new DataFormatException($"{classes[empty]} holds no pictures. Each folder in {path} is a class, with PNG files in it: put some there, or take the folder away.");
        Tensor pictures = new(new Shape(("samples", files.Length), ("channel", 1), ("height", size), ("width", size)));
        for (int i = 0; i < files.Length; i++)
            Pictures.Resize(Grey(files[i].File), size).Values.CopyTo(pictures.Values[(i * size * size)..]);
        return new Dataset(pictures, [.. files.Select(file => file.Label)], classes.Select(folder => Path.GetFileName(folder)!));
    }

    private static IEnumerable<string> Visible(IEnumerable<string> paths) =>
        paths.Where(path => !Path.GetFileName(path).StartsWith('.')).Order(StringComparer.Ordinal);

    private static Tensor Grey(string file)
    {
        try
        {
            using FileStream stream = File.OpenRead(file);
            // With transparency, since a drawing may be black ink on nothing.
            ImageResult picture = ImageResult.FromStream(stream, ColorComponents.GreyAlpha);
            return new Tensor(new Shape(("height", picture.Height), ("width", picture.Width)),
                [.. Enumerable.Range(0, picture.Width * picture.Height).Select(i => 255 + ((picture.Data[2 * i] - 255) * picture.Data[(2 * i) + 1] / 255f))]);
        }
        catch (Exception exception) when (exception is InvalidOperationException or IndexOutOfRangeException or ArgumentException or OverflowException)
        {
            throw new DataFormatException($"{file} can't be read as a picture: {exception.Message} PNG, JPEG, BMP and GIF are known. Save it again as PNG.", exception);
        }
    }
}
