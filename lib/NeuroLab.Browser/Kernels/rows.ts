// Copies of rows: see NeuroLab/Kernels/Rows.cs.
import { float, vector } from './tile';

/** The arguments, in the order in which C# writes them. */
@unmanaged
class Rows {
  added: isize;
  source: isize;
  sourcePlane: isize;
  sourceRow: isize;
  target: isize;
  targetPlane: isize;
  targetRow: isize;
  planes: isize;
  rows: isize;
  width: isize;
}

/** target[plane, row, column] = source[plane, row, column] + added[plane]. */
export function copyRows(task: Rows): void {
  const end = task.width * float, vectors = (task.width & ~3) * float;
  for (let plane: isize = 0; plane < task.planes; plane++) {
    const added: f32 = task.added == 0 ? 0 : load<f32>(task.added + plane * float), all = f32x4.splat(added);
    let source = task.source + plane * task.sourcePlane * float, target = task.target + plane * task.targetPlane * float;
    for (let row: isize = 0; row < task.rows; row++) {
      let i: isize = 0;
      for (; i < vectors; i += vector) v128.store(target + i, f32x4.add(v128.load(source + i), all));
      for (; i < end; i += float) store<f32>(target + i, load<f32>(source + i) + added);
      source += task.sourceRow * float;
      target += task.targetRow * float;
    }
  }
}
