// The kernels of NeuroLab in WebAssembly (AssemblyScript): what NeuroLab/Kernels/WebKernels.cs calls. Every sum has the order that it has in C#, so the
// bits are the same. They work on the memory of .NET's runtime, of which they own nothing: no text, no array and no object may be made here.
export { multiply } from './product';
export { addSums, addWeightGradients, convolve, packTurnedWeights, packWeights } from './convolution';
export { gather } from './rows';
export { countRight, crossEntropy } from './classes';
export { maxPool, maxPoolBack } from './pooling';
export { choose, exp, expM1, log, sigmoid, tanh } from './elements';
export { moments, sum } from './statistics';
export { normalizeRows, normalizeRowsBack, normalizeSample, sumRows } from './normalization';
export { recur, recurBack } from './recurrence';
