// The products of which convolution and its gradients are made: see NeuroLab/Kernels/PlaneProduct.cs and DotTile.cs.
import { pack } from './packing';
import { start } from './product';
import { float, height, tile, vector, width } from './tile';

/** The arguments, in the order in which C# writes them. */
@unmanaged
class Correlation {
  weights: isize;
  rows: isize;
  picture: isize;
  offsets: isize;
  steps: isize;
  places: isize;
  result: isize;
  length: isize;
}

/** The arguments, in the order in which C# writes them. */
@unmanaged
class WeightGradient {
  picture: isize;
  offsets: isize;
  steps: isize;
  gradient: isize;
  plane: isize;
  rows: isize;
  places: isize;
  result: isize;
  length: isize;
  spare: isize;
}

const mostSteps: isize = 256;
const fewSteps: isize = 12;
const manyPlaces: isize = 256;

/** result[row, place] = the sum over all steps of weight[step, row] picture[place + offset[step]]. */
export function correlate(task: Correlation): void {
  const rows = task.rows, steps = task.steps, length = task.length * float;
  for (let place: isize = 0; place < task.places; place += width) {
    const seen = task.picture + place * float;
    for (let row: isize = 0; row < rows; row += height) {
      const weights = task.weights + row * float, last = min(height, rows - row) - 1;
      tile(
        steps, weights, weights + min(1, last) * float, weights + min(2, last) * float, weights + last * float, rows * float, seen, 0, task.offsets,
        task.result + row * length + place * float, length, last + 1, width, false, 0);
    }
  }
}

/** result[step, row] += the sum over all places of picture[place + offset[step]] gradient[row, place]. */
export function addWeightGradient(task: WeightGradient): void {
  if (task.steps <= fewSteps && task.places >= manyPlaces) {
    addDotProducts(task);
    return;
  }
  const steps = task.steps, places = task.places, plane = task.plane * float, length = task.length * float;
  const slices = (places + mostSteps - 1) / mostSteps;
  for (let slice: isize = 0; slice < slices; slice++) {
    const first = start(places, slice, slices), count = start(places, slice + 1, slices) - first;
    const picture = task.picture + first * float;
    for (let row: isize = 0; row < task.rows; row += width) {
      pack(task.gradient + row * plane + first * float, float, plane, count, min(width, task.rows - row), task.spare);
      for (let step: isize = 0; step < steps; step += height) {
        const last = min(height, steps - step) - 1;
        tile(
          count, look(task, picture, step), look(task, picture, step + min(1, last)), look(task, picture, step + min(2, last)), look(task, picture, step + last), float,
          task.spare, width * float, 0, task.result + step * length + row * float, length, last + 1, width, true, 0);
      }
    }
  }
}

/** The same where few sums are long: both are read where they lie, four rows of the gradient at a time. */
function addDotProducts(task: WeightGradient): void {
  const places = task.places, plane = task.plane * float, vectors = places & ~3;
  for (let row: isize = 0; row < task.rows; row += height) {
    const y = task.gradient + row * plane, last = min(height, task.rows - row) - 1;
    const y1 = min(1, last) * plane, y2 = min(2, last) * plane, y3 = last * plane;
    for (let step: isize = 0; step < task.steps; step++) {
      let x = look(task, task.picture, step), at = y;
      let sum0 = f32x4.splat(0), sum1 = f32x4.splat(0), sum2 = f32x4.splat(0), sum3 = f32x4.splat(0);
      for (const end = x + vectors * float; x < end; x += vector, at += vector) {
        const seen = v128.load(x);
        sum0 = f32x4.add(f32x4.mul(seen, v128.load(at)), sum0);
        sum1 = f32x4.add(f32x4.mul(seen, v128.load(at + y1)), sum1);
        sum2 = f32x4.add(f32x4.mul(seen, v128.load(at + y2)), sum2);
        sum3 = f32x4.add(f32x4.mul(seen, v128.load(at + y3)), sum3);
      }
      const to = task.result + (step * task.length + row) * float, rest = places - vectors;
      addSum(to, sum0, x, at, rest);
      if (last > 0) addSum(to + float, sum1, x, at + y1, rest);
      if (last > 1) addSum(to + 2 * float, sum2, x, at + y2, rest);
      if (last > 2) addSum(to + 3 * float, sum3, x, at + y3, rest);
    }
  }
}

function addSum(to: isize, sums: v128, x: isize, y: isize, rest: isize): void {
  let sum = (f32x4.extract_lane(sums, 0) + f32x4.extract_lane(sums, 1)) + (f32x4.extract_lane(sums, 2) + f32x4.extract_lane(sums, 3));
  for (; rest > 0; rest--, x += float, y += float) sum += load<f32>(x) * load<f32>(y);
  store<f32>(to, load<f32>(to) + sum);
}

function look(task: WeightGradient, picture: isize, step: isize): isize {
  return picture + load<isize>(task.offsets + step * float) * float;
}
