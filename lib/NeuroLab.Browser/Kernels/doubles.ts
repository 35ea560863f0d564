// Products of matrices of doubles, as MathNet asks for them: see NeuroLab/Kernels/BlockedProduct.cs.
import { mostSteps, start } from './product';
import { double, height, tile } from './tile';

/** The arguments, in the order in which C# writes them. */
@unmanaged
class DoubleProduct {
  m: isize;
  n: isize;
  k: isize;
  /** Where α stands. */
  alpha: isize;
  add: isize;
  a: isize;
  aRow: isize;
  aColumn: isize;
  b: isize;
  bRow: isize;
  bColumn: isize;
  c: isize;
  cRow: isize;
  spare: isize;
}

/** The columns of a tile of doubles. */
const width: isize = 4;

/** C = α A B or C += α A B. */
export function multiplyDoubles(product: DoubleProduct): void {
  const m = product.m, n = product.n, k = product.k, alpha = load<f64>(product.alpha);
  const aRow = product.aRow * double, aColumn = product.aColumn * double;
  const bRow = product.bRow * double, bColumn = product.bColumn * double, cRow = product.cRow * double;
  const spare = product.spare, packed = spare + width * double;
  const slices = (k + mostSteps - 1) / mostSteps;
  for (let slice: isize = 0; slice < slices; slice++) {
    const first = start(k, slice, slices), steps = start(k, slice + 1, slices) - first, add = product.add != 0 || slice > 0;
    for (let column: isize = 0; column < n; column += width) {
      const columns = min(width, n - column);
      pack(product.b + first * bRow + column * bColumn, bRow, bColumn, steps, columns, alpha, packed);
      for (let row: isize = 0; row < m; row += height) {
        const a = product.a + row * aRow + first * aColumn, last = min(height, m - row) - 1;
        tile<f64>(
          steps, a, a + min(1, last) * aRow, a + min(2, last) * aRow, a + last * aRow, aColumn, packed, width * double, 0,
          product.c + row * cRow + column * double, cRow, last + 1, columns, add, spare);
      }
    }
  }
}

/** target[step, lane] = α source[step, lane], rows as wide as a tile, filled up with zeros. */
function pack(source: isize, row: isize, column: isize, steps: isize, lanes: isize, alpha: f64, target: isize): void {
  if (lanes < width) memory.fill(target, 0, steps * width * double);
  for (let lane: isize = 0; lane < lanes; lane++) {
    let from = source + lane * column, to = target + lane * double;
    for (let step: isize = 0; step < steps; step++, from += row, to += width * double) store<f64>(to, load<f64>(from) * alpha);
  }
}
