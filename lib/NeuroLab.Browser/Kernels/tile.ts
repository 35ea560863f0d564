// The innermost loop of every product: see NeuroLab/Kernels/Tile.cs.

/** The bytes of a float, a double, and a vector of four floats. */
export const float: isize = 4, double: isize = 8, vector: isize = 16;

/** A tile's rows and, of floats, its columns: its eight sums, two vectors of B and one number of A stay in the 16 registers that every processor has. */
export const height: isize = 4, width: isize = 8;

/**
 * C = A B or C += A B for one tile, two vectors wide: 8 columns of floats (T is f32) or 4 of doubles. All distances are in bytes.
 * @param steps The columns of A and rows of B.
 * @param a0 The first of A's four rows; those that are not there may be any other again.
 * @param aStep How far the columns of A lie apart.
 * @param b The first row of B, or where the places of its rows are counted from.
 * @param bStep How far its rows lie apart; 0 where a table says where they are.
 * @param table Where each row of B begins, counted in numbers; 0 where they lie evenly.
 * @param c The first number of the tile, and cRow how far its rows lie apart.
 * @param rows So many of the tile's rows are there,
 * @param columns and so many of its columns.
 * @param spare Room for a row.
 */
export function tile<T>(
  steps: isize, a0: isize, a1: isize, a2: isize, a3: isize, aStep: isize, b: isize, bStep: isize, table: isize,
  c: isize, cRow: isize, rows: isize, columns: isize, add: bool, spare: isize,
): void {
  let c00 = v128.splat<T>(0), c01 = v128.splat<T>(0), c10 = v128.splat<T>(0), c11 = v128.splat<T>(0);
  let c20 = v128.splat<T>(0), c21 = v128.splat<T>(0), c30 = v128.splat<T>(0), c31 = v128.splat<T>(0);
  for (; steps > 0; steps--) {
    let row = b;
    if (table != 0) {
      row += load<isize>(table) * sizeof<T>();
      table += sizeof<isize>();
    }
    const b0 = v128.load(row), b1 = v128.load(row, vector);
    let x = v128.load_splat<T>(a0);
    c00 = v128.add<T>(v128.mul<T>(x, b0), c00);
    c01 = v128.add<T>(v128.mul<T>(x, b1), c01);
    x = v128.load_splat<T>(a1);
    c10 = v128.add<T>(v128.mul<T>(x, b0), c10);
    c11 = v128.add<T>(v128.mul<T>(x, b1), c11);
    x = v128.load_splat<T>(a2);
    c20 = v128.add<T>(v128.mul<T>(x, b0), c20);
    c21 = v128.add<T>(v128.mul<T>(x, b1), c21);
    x = v128.load_splat<T>(a3);
    c30 = v128.add<T>(v128.mul<T>(x, b0), c30);
    c31 = v128.add<T>(v128.mul<T>(x, b1), c31);
    a0 += aStep;
    a1 += aStep;
    a2 += aStep;
    a3 += aStep;
    b += bStep;
  }
  put<T>(c, c00, c01, columns, add, spare);
  if (rows > 1) put<T>(c + cRow, c10, c11, columns, add, spare);
  if (rows > 2) put<T>(c + 2 * cRow, c20, c21, columns, add, spare);
  if (rows > 3) put<T>(c + 3 * cRow, c30, c31, columns, add, spare);
}

function put<T>(c: isize, left: v128, right: v128, columns: isize, add: bool, spare: isize): void {
  if (columns * sizeof<T>() == 2 * vector) {
    v128.store(c, add ? v128.add<T>(v128.load(c), left) : left);
    v128.store(c, add ? v128.add<T>(v128.load(c, vector), right) : right, vector);
    return;
  }
  v128.store(spare, left);
  v128.store(spare, right, vector);
  for (let end = spare + columns * sizeof<T>(); spare < end; spare += sizeof<T>(), c += sizeof<T>())
    store<T>(c, add ? load<T>(c) + load<T>(spare) : load<T>(spare));
}
