// The largest number of every window: see NeuroLab/Ops/MaxPoolOp.cs.
import { float } from './tile';

/** The arguments, in the order in which C# writes them. */
@unmanaged
class Pooling {
  x: isize;
  y: isize;
  winners: isize;
  planes: isize;
  height: isize;
  width: isize;
  outHeight: isize;
  outWidth: isize;
  kernelHeight: isize;
  kernelWidth: isize;
  strideHeight: isize;
  strideWidth: isize;
  paddingHeight: isize;
  paddingWidth: isize;
}

/** The arguments, in the order in which C# writes them. */
@unmanaged
class PoolingBack {
  dy: isize;
  winners: isize;
  count: isize;
  dx: isize;
  length: isize;
  add: isize;
}

/** y = the largest x in the window, the first of equals, and its place among all numbers. */
export function maxPool(task: Pooling): void {
  const height = task.height, width = task.width;
  let y = task.y, winners = task.winners;
  for (let plane: isize = 0; plane < task.planes; plane++) {
    const first = plane * height * width;
    for (let row: isize = 0; row < task.outHeight; row++) {
      const above = row * task.strideHeight - task.paddingHeight, top = max(above, 0), bottom = min(above + task.kernelHeight, height);
      for (let column: isize = 0; column < task.outWidth; column++) {
        const before = column * task.strideWidth - task.paddingWidth, left = max(before, 0), right = min(before + task.kernelWidth, width);
        let winner = first + top * width + left, best = load<f32>(task.x + winner * float);
        for (let i = top; i < bottom; i++) {
          const start = first + i * width;
          for (let place = start + left; place < start + right; place++) {
            const value = load<f32>(task.x + place * float);
            if (value > best || value != value) {
              best = value;
              winner = place;
            }
          }
        }
        store<f32>(y, best);
        store<isize>(winners, winner);
        y += float;
        winners += float;
      }
    }
  }
}

/** dx = dy where a number had won, 0 elsewhere; added up where windows overlap. */
export function maxPoolBack(task: PoolingBack): void {
  memory.fill(task.dx, 0, task.length * float);
  for (let i: isize = 0, end = task.count * float; i < end; i += float) {
    const to = task.dx + load<isize>(task.winners + i) * float, dy = load<f32>(task.dy + i);
    store<f32>(to, task.add != 0 ? load<f32>(to) + dy : dy);
  }
}
