namespace NeuroLab.Charts.Tests;

public sealed class GraphTests
{
    private static readonly GraphPlace[] Product = [new("w", 0, 1, "0.5", "-12"), new("x", 0, 0, "2"), new("w x", 1, 0.5, "1")];

    [Fact]
    public void Nodes_edges_values_and_gradients_are_four_traces()
    {
        Figure figure = Chart.Graph(Product, [("w", "w x"), ("x", "w x")], "A product");

        Assert.Equal(4, figure.Data.Count);
        Assert.Equal(6, figure.Data[0]!["x"]!.AsArray().Count);
        Assert.Equal(["w", "x", "w x"], Texts(figure, 1));
        Assert.Equal(["0.5", "2", "1"], Texts(figure, 2));
        Assert.Equal(["-12", "", ""], Texts(figure, 3));
        Assert.Equal("A product", figure.Title);
    }

    [Fact]
    public void It_is_told_in_words()
    {
        string words = Chart.Graph(Product, [("w", "w x")]).AltText;

        Assert.Contains("Graph of 3 nodes: w goes into w x.", words, StringComparison.Ordinal);
        Assert.Contains("w: 0.5, below it -12.", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Graphs_of_the_same_nodes_are_animated()
    {
        GraphPlace[] bare = [.. Product.Select(node => node with { Gradient = "" })];

        Figure figure = Chart.Animate([("forward", Chart.Graph(bare, [("w", "w x")])), ("backward", Chart.Graph(Product, [("w", "w x")]))]);

        Assert.Equal(2, figure.Frames.Count);
    }

    [Fact]
    public void An_edge_to_nowhere_names_the_nodes_that_are_there() =>
        Assert.Contains("\"v\", but the nodes are \"w\", \"x\", \"w x\"", Error(Product, ("v", "w x")), StringComparison.Ordinal);

    [Fact]
    public void Two_nodes_of_one_name_are_refused() =>
        Assert.Contains("two nodes are called \"w\"", Error([new("w", 0, 0), new("w", 1, 0)]), StringComparison.Ordinal);

    [Fact]
    public void No_nodes_are_refused() => Assert.Contains("at least one node", Error([]), StringComparison.Ordinal);

    private static string Error(GraphPlace[] nodes, params (string, string)[] edges) =>
        Assert.Throws<ArgumentException>(() => Chart.Graph(nodes, edges)).Message;

    private static string[] Texts(Figure figure, int trace) => [.. figure.Data[trace]!["text"]!.AsArray().Select(text => text!.GetValue<string>())];
}
