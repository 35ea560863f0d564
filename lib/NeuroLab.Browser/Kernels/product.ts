// Products of matrices: see NeuroLab/Kernels/BlockedProduct.cs.
import { pack } from './packing';
import { float, height, tile, width } from './tile';

/** The arguments, in the order in which C# writes them. */
@unmanaged
class Product {
  m: isize;
  n: isize;
  k: isize;
  alpha: f32;
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

/** The longest slice of k. */
export const mostSteps: isize = 1024;

/** Rows of B that lie far apart push each other out of the cache; where more rows of A read them, they are packed. */
const fewRows: isize = 2 * height;

/** C = α A B or C += α A B. */
export function multiply(product: Product): void {
  const m = product.m, n = product.n, k = product.k;
  const aRow = product.aRow * float, aColumn = product.aColumn * float;
  const bRow = product.bRow * float, bColumn = product.bColumn * float, cRow = product.cRow * float;
  const spare = product.spare, packed = spare + width * float;
  const slices = (k + mostSteps - 1) / mostSteps;
  for (let slice: isize = 0; slice < slices; slice++) {
    const first = start(k, slice, slices), steps = start(k, slice + 1, slices) - first, add = product.add != 0 || slice > 0;
    for (let column: isize = 0; column < n; column += width) {
      const columns = min(width, n - column);
      let b = product.b + first * bRow + column * bColumn, bStep = bRow;
      if (columns < width || bColumn != float || product.alpha != 1 || m > fewRows) {
        pack(b, bRow, bColumn, steps, columns, packed);
        if (product.alpha != 1) scale(packed, steps * width, product.alpha);
        b = packed;
        bStep = width * float;
      }
      for (let row: isize = 0; row < m; row += height) {
        const a = product.a + row * aRow + first * aColumn, last = min(height, m - row) - 1;
        tile<f32>(
          steps, a, a + min(1, last) * aRow, a + min(2, last) * aRow, a + last * aRow, aColumn, b, bStep, 0,
          product.c + row * cRow + column * float, cRow, last + 1, columns, add, spare);
      }
    }
  }
}

/** Where a part begins when a length is cut into equal parts. */
export function start(length: isize, part: isize, parts: isize): isize {
  return <isize>(<i64>length * part / parts);
}

function scale(numbers: isize, count: isize, factor: f32): void {
  for (const end = numbers + count * float; numbers < end; numbers += float) store<f32>(numbers, load<f32>(numbers) * factor);
}
