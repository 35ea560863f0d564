using NeuroLab.Data;
using NeuroLab.Tensors;

namespace NeuroLab.Tests.Data;

public sealed class DatasetsTests
{
    [Fact]
    public void The_digits_are_1797_pictures_from_paper_to_ink()
    {
        Dataset digits = Datasets.OptDigits();
        Assert.Equal(new Shape(1797, 64), digits.Inputs.Shape);
        Assert.Equal([178, 182, 177, 183, 181, 182, 181, 179, 174, 180], digits.CountByClass());
        float[] pixels = digits.Inputs.ToArray();
        Assert.Equal((0f, 1f), (pixels.Min(), pixels.Max()));
        Assert.Equal(5 / 16f, digits.Inputs[0, 2]);
        Assert.Equal(0, digits.Labels[0]);
    }

    [Fact]
    public void The_digits_can_be_seen_as_images_without_a_copy()
    {
        Dataset digits = Datasets.OptDigits();
        Dataset images = digits.AsImages(1, 8, 8);
        Assert.Equal("(samples 1797, channel 1, height 8, width 8)", images.Inputs.Shape.ToString());
        digits.Inputs[3, 9] = 42;
        Assert.Equal(42, images.Inputs[3, 0, 1, 1]);
    }

    [Fact]
    public void Iris_has_fifty_flowers_of_each_species()
    {
        Dataset iris = Datasets.Iris();
        Assert.Equal(new Shape(150, 4), iris.Inputs.Shape);
        Assert.Equal(["setosa", "versicolor", "virginica"], iris.ClassNames);
        Assert.Equal([50, 50, 50], iris.CountByClass());
    }

    [Fact]
    public void A_missing_file_is_told_with_the_places_looked_at()
    {
        using TemporaryFolder folder = new();
        FileNotFoundException error = Assert.Throws<FileNotFoundException>(() => DatasetFiles.Find(["optdigits.csv"], "", null, folder.Path));
        Assert.Contains("optdigits.csv was not found. Looked in: " + System.IO.Path.Combine(folder.Path, "datasets"), error.Message, StringComparison.Ordinal);
        Assert.Contains("NEUROLAB_DATASETS", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_may_have_a_remedy_of_its_own()
    {
        using TemporaryFolder folder = new();
        FileNotFoundException error = Assert.Throws<FileNotFoundException>(() => DatasetFiles.Find(["mnist/a", "mnist/a.gz"], "Fetch it with: neurolab data fetch mnist.", folder.Path));
        Assert.Contains("mnist/a or mnist/a.gz was not found", error.Message, StringComparison.Ordinal);
        Assert.Contains("Fetch it with: neurolab data fetch mnist.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_that_is_named_outright_comes_first_and_alone()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("iris.csv", "x");
        Assert.Equal(file, DatasetFiles.Find(["iris.csv"], "", folder.Path));
        FileNotFoundException error = Assert.Throws<FileNotFoundException>(() => DatasetFiles.Find(["other.csv"], "", folder.Path, AppContext.BaseDirectory));
        Assert.Contains("NEUROLAB_DATASETS names that folder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Further_data_belongs_into_the_folder_named_or_else_into_the_courses_own()
    {
        using TemporaryFolder folder = new();
        string near = Directory.CreateDirectory(System.IO.Path.Combine(folder.Path, "course", "notebooks", "datasets")).FullName;
        string start = System.IO.Path.GetDirectoryName(near)!;
        Assert.Equal(near, DatasetFiles.Folder(null, start));

        string own = Directory.CreateDirectory(System.IO.Path.Combine(folder.Path, "course", "datasets")).FullName;
        File.WriteAllText(System.IO.Path.Combine(own, "optdigits.csv"), "x");
        Assert.Equal(own, DatasetFiles.Folder(null, start));
        Assert.Equal(System.IO.Path.Combine(folder.Path, "not-yet"), DatasetFiles.Folder(System.IO.Path.Combine(folder.Path, "not-yet"), start));
    }

    [Fact]
    public void Without_any_datasets_folder_the_places_looked_at_are_told()
    {
        using TemporaryFolder folder = new();
        DirectoryNotFoundException error = Assert.Throws<DirectoryNotFoundException>(() => DatasetFiles.Folder(null, folder.Path));
        Assert.Contains("Looked for: " + System.IO.Path.Combine(folder.Path, "datasets"), error.Message, StringComparison.Ordinal);
        Assert.Contains("NEUROLAB_DATASETS", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_off_between_two_lines_is_noticed()
    {
        using TemporaryFolder folder = new();
        string[] lines = File.ReadAllLines(DatasetFiles.Find(["optdigits.csv"]));
        string path = folder.Write("optdigits.csv", string.Join('\n', lines[..1000]));
        DataFormatException error = Assert.Throws<DataFormatException>(() => Datasets.OptDigits(path));
        Assert.Contains("should have 1797 rows of 65 columns, but has 999 rows", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pixel_out_of_range_is_noticed_with_its_place()
    {
        using TemporaryFolder folder = new();
        string[] lines = File.ReadAllLines(DatasetFiles.Find(["optdigits.csv"]));
        lines[4] = "17" + lines[4][1..];
        string path = folder.Write("optdigits.csv", string.Join('\n', lines));
        DataFormatException error = Assert.Throws<DataFormatException>(() => Datasets.OptDigits(path));
        Assert.Contains("line 5, column 1 ('p00'): expected a whole number from 0 to 16, but found '17'", error.Message, StringComparison.Ordinal);
    }
}
