// A step of a recurrent layer, after its products: see NeuroLab/Ops/RecurrenceOp.cs.
import { tanhAll } from './elements';
import { float } from './tile';

/** The arguments, in the order in which C# writes them. */
@unmanaged
class Step {
  y: isize;
  sequence: isize;
  batch: isize;
  hidden: isize;
  sum: isize;
  inputBias: isize;
  hiddenBias: isize;
  state: isize;
}

/** The arguments, in the order in which C# writes them. */
@unmanaged
class StepBack {
  y: isize;
  dy: isize;
  allDa: isize;
  sequence: isize;
  batch: isize;
  hidden: isize;
  dh: isize;
  da: isize;
  before: isize;
}

/** state = y = tanh(sum + y + both biases). sequence: how far the same step of the next sequence lies. */
export function recur(task: Step): void {
  const row = task.hidden * float, sequence = task.sequence * float;
  for (let n: isize = 0, y = task.y, at: isize = 0; n < task.batch; n++, y += sequence) {
    for (let i: isize = 0; i < row; i += float, at += float)
      store<f32>(task.state + at, load<f32>(task.sum + at) + load<f32>(y + i) + load<f32>(task.inputBias + i) + load<f32>(task.hiddenBias + i));
  }
  tanhAll(task.state, task.state, task.batch * task.hidden);
  for (let n: isize = 0, y = task.y, state = task.state; n < task.batch; n++, y += sequence, state += row) memory.copy(y, state, row);
}

/** da = (dy + dh)(1 - y²), which is kept among those of all steps; before = y of the step before, where there is one. */
export function recurBack(task: StepBack): void {
  let da = task.da, dh = task.dh, before = task.before;
  for (let n: isize = 0, start: isize = 0; n < task.batch; n++, start += task.sequence * float) {
    for (let i = start, end = start + task.hidden * float; i < end; i += float, da += float, dh += float) {
      const h = load<f32>(task.y + i), a = (load<f32>(task.dy + i) + load<f32>(dh)) * (1 - h * h);
      store<f32>(da, a);
      store<f32>(task.allDa + i, a);
      if (before != 0) {
        store<f32>(before, load<f32>(task.y + i - task.hidden * float));
        before += float;
      }
    }
  }
}
