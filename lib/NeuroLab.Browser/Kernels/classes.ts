// Classes by their scores: see NeuroLab/Ops/CrossEntropyOp.cs and NeuroLab/Training/Metrics.cs.
import { expAll, logf } from './elements';
import { float, vector } from './tile';

/** The arguments, in the order in which C# writes them. */
@unmanaged
class CrossEntropy {
  z: isize;
  labels: isize;
  batch: isize;
  classes: isize;
  smoothing: f32;
  dz: isize;
  loss: isize;
}

/** The arguments, in the order in which C# writes them. */
@unmanaged
class Scores {
  z: isize;
  labels: isize;
  batch: isize;
  classes: isize;
  right: isize;
}

/** The sum of all samples' losses, and the gradient of their mean. */
export function crossEntropy(task: CrossEntropy): void {
  const classes = task.classes, row = classes * float, batch = <f32>task.batch;
  const kept: f32 = 1 - task.smoothing, spread: f32 = task.smoothing / <f32>classes;
  let loss: f64 = 0;
  for (let sample: isize = 0, z = task.z, dz = task.dz; sample < task.batch; sample++, z += row, dz += row) {
    const best = largest(z, row), own = dz + label(task.labels, sample);
    for (let i: isize = 0; i < row; i += float) store<f32>(dz + i, load<f32>(z + i) - best);
    const expected = <f64>(kept * load<f32>(own) + (spread > 0 ? spread * sumOf(dz, classes) : 0));
    expAll(dz, dz, classes);
    const sum = sumOf(dz, classes), share: f32 = 1 / (sum * batch), others: f32 = spread / batch;
    loss -= expected - <f64>logf(sum);
    for (let i: isize = 0; i < row; i += float) store<f32>(dz + i, load<f32>(dz + i) * share - others);
    store<f32>(own, load<f32>(own) - kept / batch);
  }
  store<f64>(task.loss, loss);
}

/** How many samples have their largest score, the first of those that are not numbers, else the first of equals (0 is above -0), at their label. */
export function countRight(task: Scores): void {
  const row = task.classes * float;
  let right: isize = 0;
  for (let sample: isize = 0, z = task.z; sample < task.batch; sample++, z += row) {
    let place: isize = 0;
    for (let i: isize = 0; i < row; i += float) {
      const score = load<f32>(z + i), best = load<f32>(z + place);
      if (score != score) {
        place = i;
        break;
      }
      if (score > best || (score == best && reinterpret<i32>(best) < 0 && reinterpret<i32>(score) >= 0)) place = i;
    }
    if (place == label(task.labels, sample)) right++;
  }
  store<isize>(task.right, right);
}

/** The sum in TensorPrimitives' order: four sums side by side, then those of the two halves; fewer than four numbers one after the other. */
function sumOf(x: isize, count: isize): f32 {
  let sum: f32 = 0;
  if (count < 4) {
    for (const end = x + count * float; x < end; x += float) sum += load<f32>(x);
    return sum;
  }
  let sums = f32x4.splat(0);
  const end = x + count * float, whole = x + (count & ~3) * float, last = v128.load(end - vector), rest = count & 3;
  for (; x < whole; x += vector) sums = f32x4.add(sums, v128.load(x));
  // What is left over lies in the last places of the last four.
  const isLeft = i32x4.ge_s(v128(0, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0), i32x4.splat(4 - <i32>rest));
  sums = f32x4.add(sums, v128.and(last, isLeft));
  return (f32x4.extract_lane(sums, 0) + f32x4.extract_lane(sums, 1)) + (f32x4.extract_lane(sums, 2) + f32x4.extract_lane(sums, 3));
}

/** How far into its row a sample's own class stands, in bytes. */
function label(labels: isize, sample: isize): isize {
  return load<isize>(labels + sample * float) * float;
}

function largest(z: isize, length: isize): f32 {
  let best = load<f32>(z);
  for (let i = float; i < length; i += float) {
    const score = load<f32>(z + i);
    if (score > best || score != score) best = score;
  }
  return best;
}
