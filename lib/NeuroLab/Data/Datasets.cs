using NeuroLab.Tensors;

namespace NeuroLab.Data;

/// <summary>Real data, read from the course's <c>datasets</c> folder.</summary>
public static partial class Datasets
{
    private const int DigitCount = 1797;
    private const int IrisCount = 150;

    /// <summary>
    /// 1,797 handwritten digits: inputs (samples, pixel 64), 8 x 8 pixels row by row, from 0 (paper) to 1 (ink); labels 0 to 9.
    /// <c>OptDigits().AsImages(1, 8, 8)</c> sees them as pictures.
    /// </summary>
    /// <exception cref="FileNotFoundException">The file is not there. The message says where it was looked for.</exception>
    /// <exception cref="DataFormatException">The file does not hold the digits.</exception>
    public static Dataset OptDigits() => OptDigits(DatasetFiles.Find(["optdigits.csv"]));

    /// <summary>
    /// 150 iris flowers of three species: inputs (samples, in 4), the length and width of sepal and petal in centimetres.
    /// </summary>
    /// <exception cref="FileNotFoundException">The file is not there. The message says where it was looked for.</exception>
    /// <exception cref="DataFormatException">The file does not hold the flowers.</exception>
    public static Dataset Iris() => Iris(DatasetFiles.Find(["iris.csv"]));

    /// <summary>
    /// The folder that further data belongs into, such as <c>mnist</c>: the one that the environment variable
    /// <c>NEUROLAB_DATASETS</c> names, else the course's <c>datasets</c>.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">There is none. The message says where it was looked for.</exception>
    public static string Folder() => DatasetFiles.Folder();

    internal static Dataset OptDigits(string path)
    {
        CsvTable table = CsvReader.Read(path);
        CheckSize(table, DigitCount, columns: 65);
        Tensor pixels = table.Numbers([.. table.Columns.SkipLast(1)]).Named("samples", "pixel");
        Tensor labels = table.Numbers("label");
        CheckWhole(table, pixels, 16, column: 0);
        CheckWhole(table, labels, 9, column: 64);
        foreach (ref float pixel in pixels.Values)
            pixel /= 16;
        return new Dataset(pixels, labels.ToLabels(), ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);
    }

    internal static Dataset Iris(string path)
    {
        CsvTable table = CsvReader.Read(path);
        CheckSize(table, IrisCount, columns: 5);
        return table.ToDataset("species");
    }

    private static void CheckSize(CsvTable table, int rows, int columns)
    {
        if (table.RowCount != rows || table.Columns.Count != columns)
            throw new DataFormatException($"{table.Source} should have {rows} rows of {columns} columns, but has {table.RowCount} rows of {table.Columns.Count}: it was cut off or changed. Fetch it again: git checkout -- datasets.");
    }

    private static void CheckWhole(CsvTable table, Tensor values, int largest, int column)
    {
        int width = values.Length / table.RowCount;
        for (int i = 0; i < values.Length; i++)
        {
            float value = values.Values[i];
            if (value < 0 || value > largest || value != MathF.Floor(value))
                throw new DataFormatException($"{table.Place(i / width, column + i % width)}: expected a whole number from 0 to {largest}, but found '{table[i / width, column + i % width]}'. Fetch the file again: git checkout -- datasets.");
        }
    }
}
