// The kernels of NeuroLab in WebAssembly (AssemblyScript): what NeuroLab/Kernels/WebKernels.cs calls. Sums have the order that they have in C#, so the
// bits are the same; only ln and what is made of it may differ in the last digit. They work on the memory of
// .NET's runtime, of which they own nothing: no text, no array and no object may be made here. What C# hands over has been checked there.
export { multiply } from './product';
export { multiplyDoubles } from './doubles';
export { addSums, addWeightGradients, convolve, packTurnedWeights, packWeights } from './convolution';
export { gather } from './rows';
export { countRight, crossEntropy } from './classes';
export { maxPool, maxPoolBack } from './pooling';
export { choose, exp, expM1, log, sigmoid, tanh } from './elements';
export { moments, sum } from './statistics';
export { normalizeRows, normalizeRowsBack, normalizeSample, sumRows } from './normalization';
export { recur, recurBack } from './recurrence';
