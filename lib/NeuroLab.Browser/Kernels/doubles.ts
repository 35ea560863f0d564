// Products of matrices of doubles, as MathNet asks for them: see NeuroLab/Kernels/BlockedProduct.cs.
import { mostSteps, start } from './product';
import { double, vector } from './tile';

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

/** A tile's rows and columns: its eight sums, two vectors of B and one number of A stay in registers. */
const height: isize = 4, width: isize = 4;

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
        tile(
          steps, a, a + min(1, last) * aRow, a + min(2, last) * aRow, a + last * aRow, aColumn, packed,
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

function tile(
  steps: isize, a0: isize, a1: isize, a2: isize, a3: isize, aStep: isize, b: isize,
  c: isize, cRow: isize, rows: isize, columns: isize, add: bool, spare: isize,
): void {
  let c00 = f64x2.splat(0), c01 = f64x2.splat(0), c10 = f64x2.splat(0), c11 = f64x2.splat(0);
  let c20 = f64x2.splat(0), c21 = f64x2.splat(0), c30 = f64x2.splat(0), c31 = f64x2.splat(0);
  for (; steps > 0; steps--) {
    const b0 = v128.load(b), b1 = v128.load(b, vector);
    let x = v128.load_splat<f64>(a0);
    c00 = f64x2.add(f64x2.mul(x, b0), c00);
    c01 = f64x2.add(f64x2.mul(x, b1), c01);
    x = v128.load_splat<f64>(a1);
    c10 = f64x2.add(f64x2.mul(x, b0), c10);
    c11 = f64x2.add(f64x2.mul(x, b1), c11);
    x = v128.load_splat<f64>(a2);
    c20 = f64x2.add(f64x2.mul(x, b0), c20);
    c21 = f64x2.add(f64x2.mul(x, b1), c21);
    x = v128.load_splat<f64>(a3);
    c30 = f64x2.add(f64x2.mul(x, b0), c30);
    c31 = f64x2.add(f64x2.mul(x, b1), c31);
    a0 += aStep;
    a1 += aStep;
    a2 += aStep;
    a3 += aStep;
    b += width * double;
  }
  put(c, c00, c01, columns, add, spare);
  if (rows > 1) put(c + cRow, c10, c11, columns, add, spare);
  if (rows > 2) put(c + 2 * cRow, c20, c21, columns, add, spare);
  if (rows > 3) put(c + 3 * cRow, c30, c31, columns, add, spare);
}

function put(c: isize, left: v128, right: v128, columns: isize, add: bool, spare: isize): void {
  if (columns == width) {
    v128.store(c, add ? f64x2.add(v128.load(c), left) : left);
    v128.store(c, add ? f64x2.add(v128.load(c, vector), right) : right, vector);
    return;
  }
  v128.store(spare, left);
  v128.store(spare, right, vector);
  for (let end = spare + columns * double; spare < end; spare += double, c += double)
    store<f64>(c, add ? load<f64>(c) + load<f64>(spare) : load<f64>(spare));
}
