using NeuroLab.Kernels;
using NeuroLab.Tensors;

namespace NeuroLab.Ops.Convolutions;

/// <summary>
/// Convolution with a stride of 1, picture by picture, on pictures with a frame of zeros: see <see cref="PlaneProduct{TVector, TSimd}"/>.
/// </summary>
/// <remarks>
/// A picture and all that is made of it stay in the cache while they are worked on. Pictures are shared out among threads; the
/// gradients of weights are summed over groups of pictures first and then over groups, always the same groups in the same
/// order, so that the number of threads never shows in the bits.
/// </remarks>
internal sealed unsafe class FramedConvolution<TVector, TSimd>(Window window) : Convolution
    where TVector : struct
    where TSimd : ISimd<float, TVector>
{
    private const int MostGroups = 16;

    [ThreadStatic]
    private static Buffer<float>? results;

    [ThreadStatic]
    private static Frame? frameOfX, frameOfDy;

    private readonly Buffer<nint> offsetsX = new(), offsetsDy = new();
    private readonly Buffer<float> packedWeights = new(), flipped = new(), weightSums = new(), biasSums = new();

    // What the parts that are under way work on.
    private Tensor x = null!, y = null!;
    private Tensor? bias, dx;
    private bool hasWeightGradient;

    private int Batch => x.Shape[0];

    private int InChannels => x.Shape[1];

    private int OutChannels => y.Shape[1];

    private int Groups => Math.Min(Batch, MostGroups);

    private int StepsX => InChannels * window.Kernel.Area;

    private int StepsDy => OutChannels * window.Kernel.Area;

    private int WeightSumLength => PlaneProduct<TVector, TSimd>.StepCount(StepsX) * PlaneProduct<TVector, TSimd>.RowLength(OutChannels);

    /// <summary>The frame of dy is as wide as the windows that reach the picture's first place from outside.</summary>
    private Size2d OuterFrame => ((int)window.Reach.Height - window.Padding.Height, (int)window.Reach.Width - window.Padding.Width);

    /// <inheritdoc/>
    internal override void Forward(Tensor x, Tensor weight, Tensor? bias, Tensor y)
    {
        (this.x, this.y, this.bias) = (x, y, bias);
        FillOffsets(offsetsX, InChannels, (nint)RowsX * Pitch);
        packedWeights.Reserve(PlaneProduct<TVector, TSimd>.PackedLength(OutChannels, StepsX));
        if (WebKernels.AreThere)
        {
            fixed (float* from = x.Array, w = weight.Array)
            {
                WebKernels.PackWeights(w, OutChannels, InChannels, window.Kernel.Area, packedWeights.Start);
                ConvolveInWeb(PicturesOfX(from), offsetsX.Start, StepsX, bias is null ? [] : bias.Values, y);
            }
            return;
        }
        fixed (float* w = weight.Array)
            PlaneProduct<TVector, TSimd>.PackWeights(new View<float>(w, StepsX, 1), OutChannels, StepsX, packedWeights.Start);
        Workers.Run(this, Batch, static (all, picture) => all.ForwardPicture(picture));
    }

    /// <inheritdoc/>
    internal override void Backward(Tensor x, Tensor weight, Tensor dy, Tensor? weightGradient, Tensor? biasGradient, Tensor? dx)
    {
        (this.x, y, this.dx, hasWeightGradient) = (x, dy, dx, weightGradient is not null);
        FillOffsets(offsetsX, InChannels, (nint)RowsX * Pitch);
        weightSums.Reserve((long)Groups * WeightSumLength);
        biasSums.Reserve((long)Groups * OutChannels);
        if (dx is not null)
        {
            FillOffsets(offsetsDy, OutChannels, (nint)RowsDy * Pitch);
            packedWeights.Reserve(PlaneProduct<TVector, TSimd>.PackedLength(InChannels, StepsDy));
            PackTurned(weight);
        }
        if (WebKernels.AreThere)
            BackwardInWeb();
        else
            Workers.Run(this, Groups, static (all, group) => all.BackwardGroup(group));
        AddSums(weightGradient, biasGradient);
    }

    private void BackwardInWeb()
    {
        for (int group = 0; group < Groups; group++)
        {
            ClearSums(group);
            for (int picture = Cut.Start(Batch, group, Groups); picture < Cut.Start(Batch, group + 1, Groups); picture++)
                AddBiasGradient(picture, group);
        }
        fixed (float* seen = x.Array, above = y.Array)
        {
            if (hasWeightGradient)
                WebKernels.AddWeightGradients(Batch, Groups, PicturesOfX(seen), PicturesOfDy(above), Pitch, offsetsX.Start, StepsX, weightSums.Start, WeightSumLength);
            if (dx is not null)
                ConvolveInWeb(PicturesOfDy(above), offsetsDy.Start, StepsDy, [], dx);
        }
    }

    private void ConvolveInWeb(WebPictures from, nint* offsets, int steps, ReadOnlySpan<float> added, Tensor target)
    {
        int channels = target.Shape[1], height = target.Shape[2], width = target.Shape[3];
        Buffer<float> sums = results ??= new();
        sums.Reserve((long)channels * PlaneProduct<TVector, TSimd>.RowLength(Places(height, width)));
        WebKernels.Convolve(Batch, from, Pitch, packedWeights.Start, added, offsets, steps, sums.Start, target.Values, channels, height, width);
    }

    private WebPictures PicturesOfX(float* start)
    {
        int height = x.Shape[2], width = x.Shape[3], top = window.Padding.Height, left = window.Padding.Width;
        float* frame = (frameOfX ??= new()).Prepare(InChannels, height, width, top, left, RowsX, Pitch);
        return new((nint)start, InChannels, height, width, (nint)frame, top, left, RowsX);
    }

    private WebPictures PicturesOfDy(float* start)
    {
        int height = y.Shape[2], width = y.Shape[3], top = OuterFrame.Height, left = OuterFrame.Width;
        float* frame = (frameOfDy ??= new()).Prepare(OutChannels, height, width, top, left, RowsDy, Pitch);
        return new((nint)start, OutChannels, height, width, (nint)frame, top, left, RowsDy);
    }

    private void ClearSums(int group)
    {
        new Span<float>(weightSums.Start + group * WeightSumLength, WeightSumLength).Clear();
        new Span<float>(biasSums.Start + group * OutChannels, OutChannels).Clear();
    }

    private void AddBiasGradient(int picture, int group)
    {
        int area = y.Shape[2] * y.Shape[3];
        ReadOnlySpan<float> dy = y.Sample(picture);
        for (int channel = 0; channel < OutChannels; channel++)
            biasSums.Start[group * OutChannels + channel] += TensorPrimitives.Sum(dy.Slice(channel * area, area));
    }

    private void BackwardGroup(int group)
    {
        ClearSums(group);
        for (int picture = Cut.Start(Batch, group, Groups); picture < Cut.Start(Batch, group + 1, Groups); picture++)
            BackwardPicture(picture, group);
    }

    private void ForwardPicture(int picture)
    {
        Correlate(FramedX(picture), offsetsX.Start, StepsX, OutChannels, bias is null ? [] : bias.Values, y.Sample(picture), y.Shape[2], y.Shape[3]);
    }

    private float* FramedX(int picture) =>
        (frameOfX ??= new()).Put(x.Sample(picture), x.Shape[2], x.Shape[3], window.Padding.Height, window.Padding.Width, RowsX, Pitch);

    private void BackwardPicture(int picture, int group)
    {
        int height = y.Shape[2], width = y.Shape[3];
        ReadOnlySpan<float> dy = y.Sample(picture);
        AddBiasGradient(picture, group);
        float* framedDy = (frameOfDy ??= new()).Put(dy, height, width, OuterFrame.Height, OuterFrame.Width, RowsDy, Pitch);
        if (hasWeightGradient)
        {
            PlaneProduct<TVector, TSimd>.AddWeightGradient(
                FramedX(picture), offsetsX.Start, StepsX, framedDy + (nint)OuterFrame.Height * Pitch + OuterFrame.Width, (nint)RowsDy * Pitch, OutChannels, Places(height, width),
                weightSums.Start + group * WeightSumLength);
        }
        if (dx is null)
            return;
        // dx is itself a convolution: of the framed dy, with the kernels turned upside down.
        Correlate(framedDy, offsetsDy.Start, StepsDy, InChannels, [], dx.Sample(picture), dx.Shape[2], dx.Shape[3]);
    }

    /// <summary>
    /// target = the packed weights ∗ a framed picture + what is added to each channel. A few channels at a time: so what
    /// is made of the frame is still in the first-level cache when the picture is taken out of it.
    /// </summary>
    private void Correlate(
        float* framed, nint* offsets, int steps, int channels, ReadOnlySpan<float> added, Span<float> target, int height, int width)
    {
        int places = Places(height, width), length = PlaneProduct<TVector, TSimd>.RowLength(places), area = height * width;
        Buffer<float> sums = results ??= new();
        sums.Reserve((long)TSimd.TileRows * length);
        fixed (float* to = target, addedStart = added)
        {
            for (int first = 0, rows; first < channels; first += rows)
            {
                rows = PlaneProduct<TVector, TSimd>.HeightOf(channels - first);
                PlaneProduct<TVector, TSimd>.Correlate(packedWeights.Start + (nint)first * steps, rows, framed, offsets, steps, places, sums.Start, to + first * area, area);
                float* offsetsOfRows = added.IsEmpty ? null : addedStart + first;
                Rows.Copy(offsetsOfRows, sums.Start, length, Pitch, to + first * area, area, width, Math.Min(rows, channels - first), height, width);
            }
        }
    }

    /// <summary>Group by group, in order, whoever summed them.</summary>
    private void AddSums(Tensor? weightGradient, Tensor? biasGradient)
    {
        if (weightGradient is not null && WebKernels.AreThere)
            WebKernels.AddSums(weightSums.Start, Groups, WeightSumLength, OutChannels, weightGradient.Values);
        else if (weightGradient is not null)
            AddWeightSums(weightGradient);
        biasGradient?.Values.Clear();
        for (int group = 0; biasGradient is not null && group < Groups; group++)
            TensorPrimitives.Add(biasGradient.Values, new ReadOnlySpan<float>(biasSums.Start + group * OutChannels, OutChannels), biasGradient.Values);
    }

    private void AddWeightSums(Tensor weightGradient)
    {
        Span<float> sums = new(weightSums.Start, WeightSumLength);
        for (int group = 1; group < Groups; group++)
            TensorPrimitives.Add(sums, new ReadOnlySpan<float>(weightSums.Start + group * WeightSumLength, WeightSumLength), sums);
        int length = PlaneProduct<TVector, TSimd>.RowLength(OutChannels);
        for (int channel = 0; channel < OutChannels; channel++)
        {
            Span<float> row = weightGradient.Values.Slice(channel * StepsX, StepsX);
            for (int step = 0; step < row.Length; step++)
                row[step] = sums[step * length + channel];
        }
    }

    /// <summary>The frame to the right of a row is also the frame to the left of the next one.</summary>
    private int Pitch => x.Shape[3] + Math.Max(window.Padding.Width, OuterFrame.Width);

    /// <summary>The height of a framed picture of x.</summary>
    private int RowsX => x.Shape[2] + 2 * window.Padding.Height;

    /// <summary>The height of a framed picture of dy.</summary>
    private int RowsDy => x.Shape[2] + (int)window.Reach.Height;

    /// <summary>How many places of a frame hold the outputs of all rows, from the first to the last.</summary>
    private int Places(int height, int width) => (height - 1) * Pitch + width;

    /// <summary>Where each step of the kernel looks: channel by channel, row by row, column by column.</summary>
    private void FillOffsets(Buffer<nint> offsets, int channels, nint plane)
    {
        int area = window.Kernel.Area;
        offsets.Reserve(channels * area);
        for (int step = 0; step < channels * area; step++)
        {
            (int row, int column) = Math.DivRem(step % area, window.Kernel.Width);
            offsets.Start[step] = step / area * plane + (nint)row * window.Dilation.Height * Pitch + column * window.Dilation.Width;
        }
    }

    /// <summary>Packs the weights for the convolution that makes dx.</summary>
    private void PackTurned(Tensor weight)
    {
        if (WebKernels.AreThere)
        {
            fixed (float* w = weight.Array)
                WebKernels.PackTurnedWeights(w, OutChannels, InChannels, window.Kernel.Area, packedWeights.Start);
            return;
        }
        Flip(weight.Values);
        PlaneProduct<TVector, TSimd>.PackWeights(new View<float>(flipped.Start, StepsDy, 1), InChannels, StepsDy, packedWeights.Start);
    }

    /// <summary>W (out, in, kh, kw) becomes (in, out, kh, kw), every kernel turned by half a turn.</summary>
    private void Flip(ReadOnlySpan<float> weight)
    {
        int area = window.Kernel.Area;
        flipped.Reserve(weight.Length);
        for (int output = 0; output < OutChannels; output++)
        {
            for (int input = 0; input < InChannels; input++)
            {
                Span<float> kernel = flipped.Numbers.Slice((input * OutChannels + output) * area, area);
                weight.Slice((output * InChannels + input) * area, area).CopyTo(kernel);
                kernel.Reverse();
            }
        }
    }
}
