// Element by element: see NeuroLab/Ops/WherePositive.cs and NeuroLab/Kernels/Functions.cs, whose functions are those of .NET's runtime as well.
import { float, vector } from './tile';

@external("env", "expf")
declare function expf(x: f32): f32;

@external("env", "logf")
declare function logf(x: f32): f32;

@external("env", "tanhf")
export declare function tanhf(x: f32): f32;

/** The arguments, in the order in which C# writes them. */
@unmanaged
class Choice {
  x: isize;
  positive: isize;
  other: isize;
  result: isize;
  count: isize;
}

/** The arguments, in the order in which C# writes them. */
@unmanaged
class Elements {
  x: isize;
  y: isize;
  count: isize;
}

/** result = positive where x > 0, else other; 0 where there is no other. */
export function choose(task: Choice): void {
  const x = task.x, positive = task.positive, other = task.other, result = task.result;
  const end = task.count * float, vectors = (task.count & ~3) * float;
  let i: isize = 0;
  for (; i < vectors; i += vector) {
    const otherwise = other == 0 ? f32x4.splat(0) : v128.load(other + i);
    v128.store(result + i, v128.bitselect(v128.load(positive + i), otherwise, f32x4.gt(v128.load(x + i), f32x4.splat(0))));
  }
  for (; i < end; i += float)
    store<f32>(result + i, load<f32>(x + i) > 0 ? load<f32>(positive + i) : other == 0 ? 0 : load<f32>(other + i));
}

/** y = eˣ. */
export function exp(task: Elements): void {
  for (let i: isize = 0, end = task.count * float; i < end; i += float) store<f32>(task.y + i, expf(load<f32>(task.x + i)));
}

/** y = eˣ - 1. */
export function expM1(task: Elements): void {
  for (let i: isize = 0, end = task.count * float; i < end; i += float) store<f32>(task.y + i, expf(load<f32>(task.x + i)) - 1);
}

/** y = ln x. */
export function log(task: Elements): void {
  for (let i: isize = 0, end = task.count * float; i < end; i += float) store<f32>(task.y + i, logf(load<f32>(task.x + i)));
}

/** y = 1 / (1 + e⁻ˣ). */
export function sigmoid(task: Elements): void {
  for (let i: isize = 0, end = task.count * float; i < end; i += float) store<f32>(task.y + i, 1 / (1 + expf(-load<f32>(task.x + i))));
}

/** y = tanh x. */
export function tanh(task: Elements): void {
  for (let i: isize = 0, end = task.count * float; i < end; i += float) store<f32>(task.y + i, tanhf(load<f32>(task.x + i)));
}
