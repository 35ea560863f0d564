namespace NeuroLab.Course.Clinic;

/// <summary>What can be wrong with a training that raises no error.</summary>
public enum Illness
{
    /// <summary>The learning rate is far too low.</summary>
    RateTooLow,

    /// <summary>The learning rate is far too high.</summary>
    RateTooHigh,

    /// <summary>All weights of a layer start at the same number.</summary>
    EqualWeights,

    /// <summary>The biases of the hidden units start so far below 0 that ReLU never lets anything through.</summary>
    DeadUnits,

    /// <summary>The pixels go from 0 to 255 instead of from 0 to 1.</summary>
    InputsNotScaled,

    /// <summary>Pictures and labels have got out of step, so that a label belongs to some other picture.</summary>
    LabelsMixedUp,

    /// <summary>The samples come in the order of their classes, and are not shuffled.</summary>
    SamplesInOrder,

    /// <summary>The optimizer was not given the weights of one layer.</summary>
    FrozenLayer,

    /// <summary>Gradients are not set to 0 between two steps, so that they add up.</summary>
    GradientsAddUp,

    /// <summary>The network ends with a softmax, and the loss takes another.</summary>
    SoftmaxTwice,

    /// <summary>There are far too few samples for so large a network.</summary>
    TooFewSamples,
}
