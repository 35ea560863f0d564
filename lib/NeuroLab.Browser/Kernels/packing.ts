// Copies strips of a matrix so that a tile finds its numbers one after the other: see NeuroLab/Kernels/Packing.cs.
import { float, vector, width } from './tile';

/** target[step, lane] = source[step, lane], rows as wide as a tile, filled up with zeros. row and column: how far apart the source's lie, in bytes. */
export function pack(source: isize, row: isize, column: isize, steps: isize, lanes: isize, target: isize): void {
  const targetRow = width * float;
  if (lanes < width) memory.fill(target, 0, steps * targetRow);
  let lane: isize = 0;
  for (; lane + 4 <= lanes; lane += 4)
    packFour(source + lane * column, row, column, steps, target + lane * float);
  for (; lane < lanes; lane++) {
    let from = source + lane * column, to = target + lane * float;
    for (let step: isize = 0; step < steps; step++, from += row, to += targetRow) store<f32>(to, load<f32>(from));
  }
}

function packFour(source: isize, row: isize, column: isize, steps: isize, to: isize): void {
  const targetRow = width * float;
  let step: isize = 0;
  if (column == float) {
    for (; step < steps; step++, source += row, to += targetRow) v128.store(to, v128.load(source));
    return;
  }
  let a = source, b = a + column, c = b + column, d = c + column;
  if (row == float) {
    // Blocks of 4 by 4 are turned in registers.
    for (; step + 4 <= steps; step += 4, to += 4 * targetRow) {
      const va = v128.load(a), vb = v128.load(b), vc = v128.load(c), vd = v128.load(d);
      const ab0 = v128.shuffle<f32>(va, vb, 0, 4, 1, 5), ab1 = v128.shuffle<f32>(va, vb, 2, 6, 3, 7);
      const cd0 = v128.shuffle<f32>(vc, vd, 0, 4, 1, 5), cd1 = v128.shuffle<f32>(vc, vd, 2, 6, 3, 7);
      v128.store(to, v128.shuffle<f64>(ab0, cd0, 0, 2));
      v128.store(to + targetRow, v128.shuffle<f64>(ab0, cd0, 1, 3));
      v128.store(to + 2 * targetRow, v128.shuffle<f64>(ab1, cd1, 0, 2));
      v128.store(to + 3 * targetRow, v128.shuffle<f64>(ab1, cd1, 1, 3));
      a += vector;
      b += vector;
      c += vector;
      d += vector;
    }
  }
  for (; step < steps; step++, to += targetRow) {
    store<f32>(to, load<f32>(a));
    store<f32>(to, load<f32>(b), float);
    store<f32>(to, load<f32>(c), 2 * float);
    store<f32>(to, load<f32>(d), 3 * float);
    a += row;
    b += row;
    c += row;
    d += row;
  }
}
