using NeuroLab.Tensors;

namespace NeuroLab.Data;

public static partial class Datasets
{
    private static readonly string[] Clothes = ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"];

    /// <summary>
    /// MNIST, handwritten digits: images (samples, channel 1, height 28, width 28) from 0 to 1, 60,000 to train with and 10,000 to
    /// test with. It does not ship with the course; it is read from <c>datasets/mnist</c>.
    /// </summary>
    /// <exception cref="FileNotFoundException">It is not there. The message says how to get it.</exception>
    /// <exception cref="DataFormatException">A file is broken.</exception>
    public static (Dataset Train, Dataset Test) Mnist() => IdxPair("mnist", null);

    /// <summary>
    /// Fashion-MNIST, pictures of clothes in the sizes of <see cref="Mnist"/>, ten classes. It is read from <c>datasets/fashion-mnist</c>.
    /// </summary>
    /// <exception cref="FileNotFoundException">It is not there. The message says how to get it.</exception>
    /// <exception cref="DataFormatException">A file is broken.</exception>
    public static (Dataset Train, Dataset Test) FashionMnist() => IdxPair("fashion-mnist", Clothes);

    /// <summary>Images and their labels from two IDX files: inputs (samples, channel 1, height, width), bytes scaled to 0..1.</summary>
    /// <param name="imagesPath">The file of the images, shape (samples, height, width).</param>
    /// <param name="labelsPath">The file of the labels, shape (samples).</param>
    /// <param name="classNames">What the classes are called; their numbers where none are given.</param>
    /// <exception cref="DataFormatException">A file is broken, or the two don't belong together.</exception>
    public static Dataset FromIdx(string imagesPath, string labelsPath, IEnumerable<string>? classNames = null)
    {
        Tensor images = IdxReader.Read(imagesPath);
        Tensor labels = IdxReader.Read(labelsPath);
        if (images.Rank != 3)
            throw new DataFormatException($"{imagesPath} holds numbers of shape {images.Shape}, but images have shape (samples, height, width).");
        if (labels.Rank != 1 || labels.Length != images.Shape[0])
            throw new DataFormatException($"{labelsPath} holds numbers of shape {labels.Shape}, but the {images.Shape[0]} images of {imagesPath} need labels of shape ({images.Shape[0]}): the two files don't belong together.");
        foreach (ref float pixel in images.Values)
            pixel /= 255;
        try
        {
            return new Dataset(images.Reshape(new Shape(("samples", images.Shape[0]), ("channel", 1), ("height", images.Shape[1]), ("width", images.Shape[2]))), labels.ToLabels(), classNames);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            throw new DataFormatException($"{labelsPath} does not hold labels: {exception.Message}", exception);
        }
    }

    private static (Dataset Train, Dataset Test) IdxPair(string name, string[]? classNames)
    {
        string[] names = classNames ?? [.. Enumerable.Range(0, 10).Select(digit => digit.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        return (Part("train"), Part("t10k"));

        Dataset Part(string part) => FromIdx(File($"{part}-images-idx3-ubyte"), File($"{part}-labels-idx1-ubyte"), names);

        string File(string file) => DatasetFiles.Find([Path.Combine(name, file), Path.Combine(name, file + ".gz")], $"Fetch it with: neurolab data fetch {name} (from the course's folder: dotnet run -c Release --project lib/NeuroLab.Tool -- data fetch {name}).");
    }
}
