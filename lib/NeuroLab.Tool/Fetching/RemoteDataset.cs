namespace NeuroLab.Tool.Fetching;

/// <summary>A data set that does not ship with the course, and where it is to be had.</summary>
/// <param name="Name">What the command calls it; also the name of its folder in <c>datasets</c>.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Loader">The call that loads it.</param>
/// <param name="Mirrors">Addresses that its files' names are appended to, the first choice first.</param>
/// <param name="Files">Its files.</param>
internal sealed record RemoteDataset(
    string Name, string Title, string Loader, IReadOnlyList<Uri> Mirrors, IReadOnlyList<RemoteFile> Files)
{
    /// <summary>
    /// Handwritten digits, Y. LeCun, C. Cortes and C. J. C. Burges. The first mirror is the one torchvision uses, the second
    /// the one TensorFlow Datasets uses. Sizes and SHA-256: TensorFlow Datasets, <c>url_checksums/mnist.txt</c>.
    /// </summary>
    public static RemoteDataset Mnist { get; } = new(
        "mnist", "MNIST", "Datasets.Mnist()",
        [
            new("https://ossci-datasets.s3.amazonaws.com/mnist/"),
            new("https://storage.googleapis.com/cvdf-datasets/mnist/"),
        ],
        [
            new("train-images-idx3-ubyte.gz", 9_912_422, "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"),
            new("train-labels-idx1-ubyte.gz", 28_881, "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"),
            new("t10k-images-idx3-ubyte.gz", 1_648_877, "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"),
            new("t10k-labels-idx1-ubyte.gz", 4_542, "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6"),
        ]);

    /// <summary>
    /// Pictures of clothes, H. Xiao, K. Rasul and R. Vollgraf, Zalando Research. The mirrors are Zalando's bucket (its address
    /// with HTTPS), the copy that Keras uses, and Zalando's repository. Sizes and SHA-256: TensorFlow Datasets,
    /// <c>url_checksums/fashion_mnist.txt</c>.
    /// </summary>
    public static RemoteDataset FashionMnist { get; } = new(
        "fashion-mnist", "Fashion-MNIST", "Datasets.FashionMnist()",
        [
            new("https://fashion-mnist.s3.eu-central-1.amazonaws.com/"),
            new("https://storage.googleapis.com/tensorflow/tf-keras-datasets/"),
            new("https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/"),
        ],
        [
            new("train-images-idx3-ubyte.gz", 26_421_880, "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84"),
            new("train-labels-idx1-ubyte.gz", 29_515, "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845"),
            new("t10k-images-idx3-ubyte.gz", 4_422_102, "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073"),
            new("t10k-labels-idx1-ubyte.gz", 5_148, "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5"),
        ]);

    /// <summary>All that can be fetched.</summary>
    public static IReadOnlyList<RemoteDataset> All { get; } = [Mnist, FashionMnist];
}
