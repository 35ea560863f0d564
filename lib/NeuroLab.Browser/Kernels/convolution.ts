// Convolution of framed pictures, and the gradients of its weights: see NeuroLab/Ops/Convolutions/FramedConvolution.cs and, under NeuroLab/Kernels,
// PlaneProduct.cs and DotTile.cs.
import { pack } from './packing';
import { start } from './product';
import { copyRows } from './rows';
import { float, height, tile, vector, width } from './tile';

/** Pictures, and the frame into which one after the other is put. In C# it is WebPictures. */
@unmanaged
class Pictures {
  start: isize;
  channels: isize;
  height: isize;
  width: isize;
  frame: isize;
  top: isize;
  left: isize;
  rows: isize;
}

/** The arguments, in the order in which C# writes them. */
@unmanaged
class Convolution {
  count: isize;
  x: Pictures;
  pitch: isize;
  weights: isize;
  bias: isize;
  offsets: isize;
  steps: isize;
  sums: isize;
  y: isize;
  channels: isize;
  height: isize;
  width: isize;
}

/** The arguments, in the order in which C# writes them. */
@unmanaged
class WeightGradients {
  count: isize;
  groups: isize;
  x: Pictures;
  dy: Pictures;
  pitch: isize;
  offsets: isize;
  steps: isize;
  result: isize;
  length: isize;
  spare: isize;
}

const mostSteps: isize = 256;
const fewSteps: isize = 12;
const manyPlaces: isize = 256;

/** y = the weights ∗ the framed x + bias, picture by picture. */
export function convolve(task: Convolution): void {
  const area = task.height * task.width, places = (task.height - 1) * task.pitch + task.width, length = rowLength(places);
  for (let picture: isize = 0, y = task.y; picture < task.count; picture++, y += task.channels * area * float) {
    const x = put(task.x, picture, task.pitch);
    correlate(task.weights, task.channels, x, task.offsets, task.steps, places, task.sums, length);
    copyRows(task.bias, task.sums, length, task.pitch, y, area, task.width, task.channels, task.height, task.width);
  }
}

/** Of each group of pictures: result[step, channel] += the sum over all places of x[place + offset[step]] dy[channel, place]. */
export function addWeightGradients(task: WeightGradients): void {
  const places = (task.dy.height - 1) * task.pitch + task.dy.width, plane = task.dy.rows * task.pitch * float;
  for (let group: isize = 0, result = task.result; group < task.groups; group++, result += task.length * float) {
    for (let picture = start(task.count, group, task.groups); picture < start(task.count, group + 1, task.groups); picture++) {
      const x = put(task.x, picture, task.pitch), dy = put(task.dy, picture, task.pitch) + (task.dy.top * task.pitch + task.dy.left) * float;
      if (task.steps <= fewSteps && places >= manyPlaces)
        addDotProducts(x, task.offsets, task.steps, dy, plane, task.dy.channels, places, result);
      else
        addProducts(x, task.offsets, task.steps, dy, plane, task.dy.channels, places, result, task.spare);
    }
  }
}

/** Puts a picture into its frame, and says where the frame begins. */
function put(pictures: Pictures, number: isize, pitch: isize): isize {
  const area = pictures.height * pictures.width;
  copyRows(
    0, pictures.start + number * pictures.channels * area * float, area, pictures.width,
    pictures.frame + (pictures.top * pitch + pictures.left) * float, pictures.rows * pitch, pitch, pictures.channels, pictures.height, pictures.width);
  return pictures.frame;
}

/** The length that a row of places, or of channels, has room for. */
function rowLength(count: isize): isize {
  return (count + width - 1) / width * width;
}

/** result[row, place] = the sum over all steps of weight[step, row] picture[place + offset[step]]. */
function correlate(weights: isize, rows: isize, picture: isize, offsets: isize, steps: isize, places: isize, result: isize, length: isize): void {
  for (let place: isize = 0; place < places; place += width) {
    for (let row: isize = 0; row < rows; row += height) {
      const first = weights + row * float, last = min(height, rows - row) - 1;
      tile<f32>(
        steps, first, first + min(1, last) * float, first + min(2, last) * float, first + last * float, rows * float, picture + place * float, 0, offsets,
        result + (row * length + place) * float, length * float, last + 1, width, false, 0);
    }
  }
}

/** result[step, row] += the sum over all places of picture[place + offset[step]] gradient[row, place]. */
function addProducts(
  picture: isize, offsets: isize, steps: isize, gradient: isize, plane: isize, rows: isize, places: isize, result: isize, packed: isize,
): void {
  const length = rowLength(rows), slices = (places + mostSteps - 1) / mostSteps;
  for (let slice: isize = 0; slice < slices; slice++) {
    const first = start(places, slice, slices), count = start(places, slice + 1, slices) - first, seen = picture + first * float;
    for (let row: isize = 0; row < rows; row += width) {
      pack(gradient + row * plane + first * float, float, plane, count, min(width, rows - row), packed);
      for (let step: isize = 0; step < steps; step += height) {
        const last = min(height, steps - step) - 1;
        tile<f32>(
          count, look(seen, offsets, step), look(seen, offsets, step + min(1, last)), look(seen, offsets, step + min(2, last)), look(seen, offsets, step + last), float,
          packed, width * float, 0, result + (step * length + row) * float, length * float, last + 1, width, true, 0);
      }
    }
  }
}

/** The same where few sums are long: both are read where they lie, four rows of the gradient at a time. */
function addDotProducts(picture: isize, offsets: isize, steps: isize, gradient: isize, plane: isize, rows: isize, places: isize, result: isize): void {
  const length = rowLength(rows), vectors = places & ~3, rest = places - vectors;
  for (let row: isize = 0; row < rows; row += height) {
    const y = gradient + row * plane, last = min(height, rows - row) - 1;
    const y1 = min(1, last) * plane, y2 = min(2, last) * plane, y3 = last * plane;
    for (let step: isize = 0; step < steps; step++) {
      let x = look(picture, offsets, step), at = y;
      let sum0 = f32x4.splat(0), sum1 = f32x4.splat(0), sum2 = f32x4.splat(0), sum3 = f32x4.splat(0);
      for (const end = x + vectors * float; x < end; x += vector, at += vector) {
        const seen = v128.load(x);
        sum0 = f32x4.add(f32x4.mul(seen, v128.load(at)), sum0);
        sum1 = f32x4.add(f32x4.mul(seen, v128.load(at + y1)), sum1);
        sum2 = f32x4.add(f32x4.mul(seen, v128.load(at + y2)), sum2);
        sum3 = f32x4.add(f32x4.mul(seen, v128.load(at + y3)), sum3);
      }
      const to = result + (step * length + row) * float;
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

function look(picture: isize, offsets: isize, step: isize): isize {
  return picture + load<isize>(offsets + step * float) * float;
}

/** The arguments, in the order in which C# writes them. */
@unmanaged
class Weights {
  weights: isize;
  outputs: isize;
  inputs: isize;
  area: isize;
  packed: isize;
}

/** The arguments, in the order in which C# writes them. */
@unmanaged
class Sums {
  sums: isize;
  groups: isize;
  length: isize;
  channels: isize;
  steps: isize;
  gradient: isize;
}

/** packed[input, place, output] = weights[output, input, place]. */
export function packWeights(task: Weights): void {
  const steps = task.inputs * task.area;
  let to = task.packed;
  for (let step: isize = 0; step < steps; step++) {
    for (let output: isize = 0; output < task.outputs; output++, to += float) store<f32>(to, load<f32>(task.weights + (output * steps + step) * float));
  }
}

/** packed[output, place, input] = weights[output, input, area - 1 - place]: every kernel turned by half a turn. */
export function packTurnedWeights(task: Weights): void {
  let to = task.packed;
  for (let output: isize = 0; output < task.outputs; output++) {
    for (let place = task.area - 1; place >= 0; place--) {
      for (let input: isize = 0; input < task.inputs; input++, to += float)
        store<f32>(to, load<f32>(task.weights + ((output * task.inputs + input) * task.area + place) * float));
    }
  }
}

/** gradient[channel, step] = the sum of all groups' sums[step, channel], group by group. */
export function addSums(task: Sums): void {
  const row = rowLength(task.channels), group = task.length * float;
  let to = task.gradient;
  for (let channel: isize = 0; channel < task.channels; channel++) {
    for (let step: isize = 0; step < task.steps; step++, to += float) {
      let at = task.sums + (step * row + channel) * float, sum = load<f32>(at);
      for (let other: isize = 1; other < task.groups; other++) sum += load<f32>(at += group);
      store<f32>(to, sum);
    }
  }
}
