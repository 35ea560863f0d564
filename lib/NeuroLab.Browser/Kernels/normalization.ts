// Batch normalization of rows, and layer normalization: see NeuroLab/Ops/BatchNormOp.cs and LayerNormOp.cs.
import { double, float } from './tile';

/** The arguments, in the order in which C# writes them. Rows are as long as there are channels. */
@unmanaged
class Rows {
  x: isize;
  rows: isize;
  channels: isize;
  mean: isize;
  scale: isize;
  shift: isize;
  y: isize;
}

/** The arguments, in the order in which C# writes them. */
@unmanaged
class Sums {
  x: isize;
  dy: isize;
  rows: isize;
  channels: isize;
  mean: isize;
  inverseDeviation: isize;
  normalized: isize;
  sumDy: isize;
  sumDyX: isize;
}

/** The arguments, in the order in which C# writes them. */
@unmanaged
class RowsBack {
  normalized: isize;
  dy: isize;
  rows: isize;
  channels: isize;
  meanDyX: isize;
  meanDy: isize;
  scale: isize;
}

/** The arguments, in the order in which C# writes them. */
@unmanaged
class Sample {
  x: isize;
  count: isize;
  epsilon: isize;
  normalized: isize;
  inverseDeviation: isize;
}

/** y = (x - mean) scale + shift. */
export function normalizeRows(task: Rows): void {
  const end = task.channels * float;
  for (let row: isize = 0, x = task.x, y = task.y; row < task.rows; row++, x += end, y += end) {
    for (let i: isize = 0; i < end; i += float)
      store<f32>(y + i, (load<f32>(x + i) - load<f32>(task.mean + i)) * load<f32>(task.scale + i) + load<f32>(task.shift + i));
  }
}

/** normalized = (x - mean) / deviation, and the sums of dy and of dy normalized that are added to those that are there. */
export function sumRows(task: Sums): void {
  for (let row: isize = 0, at: isize = 0; row < task.rows; row++) {
    for (let i: isize = 0; i < task.channels; i++, at += float) {
      const normalized = (load<f32>(task.x + at) - load<f32>(task.mean + i * float)) * load<f32>(task.inverseDeviation + i * float);
      const dy = load<f32>(task.dy + at), sumDy = task.sumDy + i * double, sumDyX = task.sumDyX + i * double;
      store<f32>(task.normalized + at, normalized);
      store<f64>(sumDy, load<f64>(sumDy) + <f64>dy);
      store<f64>(sumDyX, load<f64>(sumDyX) + <f64>(dy * normalized));
    }
  }
}

/** dx = (normalized meanDyX + dy - meanDy) scale, where normalized was. */
export function normalizeRowsBack(task: RowsBack): void {
  const end = task.channels * float;
  for (let row: isize = 0, x = task.normalized, dy = task.dy; row < task.rows; row++, x += end, dy += end) {
    for (let i: isize = 0; i < end; i += float) {
      const pulled = load<f32>(x + i) * load<f32>(task.meanDyX + i) + load<f32>(dy + i);
      store<f32>(x + i, (pulled - load<f32>(task.meanDy + i)) * load<f32>(task.scale + i));
    }
  }
}

/** normalized = (x - mean) / deviation of one sample. */
export function normalizeSample(task: Sample): void {
  let sum: f64 = 0, squares: f64 = 0;
  const end = task.x + task.count * float;
  for (let x = task.x; x < end; x += float) sum += <f64>load<f32>(x);
  const mean = sum / <f64>task.count;
  for (let x = task.x; x < end; x += float) {
    const off = <f64>load<f32>(x) - mean;
    squares += off * off;
  }
  const inverseDeviation = <f32>(1 / sqrt<f64>(squares / <f64>task.count + <f64>reinterpret<f32>(<i32>task.epsilon)));
  for (let x = task.x, y = task.normalized; x < end; x += float, y += float) store<f32>(y, (load<f32>(x) - <f32>mean) * inverseDeviation);
  store<f32>(task.inverseDeviation, inverseDeviation);
}
