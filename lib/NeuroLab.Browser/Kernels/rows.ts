// Copies of rows: see NeuroLab/Kernels/Rows.cs, and CopyRows in NeuroLab/Tensors/Tensor.Parts.cs.
import { float, vector } from './tile';

/** target[plane, row, column] = source[plane, row, column] + added[plane]; nothing is added where added is 0. Distances are counted in floats. */
export function copyRows(
  added: isize, source: isize, sourcePlane: isize, sourceRow: isize, target: isize, targetPlane: isize, targetRow: isize,
  planes: isize, rows: isize, width: isize,
): void {
  const end = width * float, vectors = (width & ~3) * float;
  for (let plane: isize = 0; plane < planes; plane++) {
    const number: f32 = added == 0 ? 0 : load<f32>(added + plane * float), all = f32x4.splat(number);
    let from = source + plane * sourcePlane * float, to = target + plane * targetPlane * float;
    for (let row: isize = 0; row < rows; row++) {
      let i: isize = 0;
      for (; i < vectors; i += vector) v128.store(to + i, f32x4.add(v128.load(from + i), all));
      for (; i < end; i += float) store<f32>(to + i, load<f32>(from + i) + number);
      from += sourceRow * float;
      to += targetRow * float;
    }
  }
}

/** The arguments, in the order in which C# writes them. */
@unmanaged
class Gathering {
  source: isize;
  indices: isize;
  count: isize;
  size: isize;
  target: isize;
}

/** target[i] = source[indices[i]], row by row. */
export function gather(task: Gathering): void {
  const bytes = task.size * float;
  for (let i: isize = 0, to = task.target; i < task.count; i++, to += bytes)
    memory.copy(to, task.source + load<isize>(task.indices + i * float) * bytes, bytes);
}
