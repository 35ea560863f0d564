// Copies of rows: see NeuroLab/Kernels/Rows.cs.
import { float, vector } from './tile';

/** The arguments, in the order in which C# writes them. */
@unmanaged
class Rows {
  added: f32;
  source: isize;
  sourceRow: isize;
  target: isize;
  targetRow: isize;
  rows: isize;
  width: isize;
}

/** target[row, column] = source[row, column] + added. */
export function copyRows(task: Rows): void {
  const added = f32x4.splat(task.added), vectors = (task.width & ~3) * float, all = task.width * float;
  let source = task.source, target = task.target;
  for (let row = 0; row < task.rows; row++) {
    let i: isize = 0;
    for (; i < vectors; i += vector) v128.store(target + i, f32x4.add(v128.load(source + i), added));
    for (; i < all; i += float) store<f32>(target + i, load<f32>(source + i) + task.added);
    source += task.sourceRow * float;
    target += task.targetRow * float;
  }
}
