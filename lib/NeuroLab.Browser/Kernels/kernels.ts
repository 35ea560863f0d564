// The kernels of NeuroLab as WebAssembly (AssemblyScript): what NeuroLab/Kernels/WebKernels.cs calls. There the order of every sum is the same, and so
// are the bits. They work on the memory of .NET's runtime, of which they own nothing: so no text, no array, no object of their own may be made here.
export { multiply } from './product';
export { correlate, addWeightGradient } from './plane';
export { copyRows } from './rows';
