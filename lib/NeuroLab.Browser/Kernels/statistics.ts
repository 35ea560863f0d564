// Sums in double precision, in the order of the numbers: see NeuroLab/Tensors/Statistics.cs and NeuroLab/Ops/Channels.cs.
import { double, float } from './tile';

/** The arguments, in the order in which C# writes them. */
@unmanaged
class Sum {
  values: isize;
  count: isize;
  mean: isize;
  result: isize;
}

/** The arguments, in the order in which C# writes them. */
@unmanaged
class Moments {
  values: isize;
  runs: isize;
  channels: isize;
  run: isize;
  means: isize;
  variances: isize;
}

/** The sum, or the sum of the squares of what is left when a mean is taken away. */
export function sum(task: Sum): void {
  let sum: f64 = 0;
  const end = task.values + task.count * float;
  if (task.mean == 0) {
    for (let at = task.values; at < end; at += float) sum += <f64>load<f32>(at);
  } else {
    const mean = load<f64>(task.mean);
    for (let at = task.values; at < end; at += float) {
      const off = <f64>load<f32>(at) - mean;
      sum += off * off;
    }
  }
  store<f64>(task.result, sum);
}

/** The mean and the variance of each channel, of which run after run is one of each channel. */
export function moments(task: Moments): void {
  const channels = task.channels * double, count = <f64>(task.runs * task.run);
  memory.fill(task.means, 0, channels);
  memory.fill(task.variances, 0, channels);
  for (let pass = 0; pass < 2; pass++) {
    const sums = pass == 0 ? task.means : task.variances;
    let at = task.values;
    for (let i: isize = 0; i < task.runs; i++) {
      for (let channel: isize = 0; channel < channels; channel += double) {
        const mean = pass == 0 ? 0 : load<f64>(task.means + channel);
        let sum = load<f64>(sums + channel);
        for (const end = at + task.run * float; at < end; at += float) {
          const off = <f64>load<f32>(at) - mean;
          sum += pass == 0 ? off : off * off;
        }
        store<f64>(sums + channel, sum);
      }
    }
    for (let channel: isize = 0; channel < channels; channel += double) store<f64>(sums + channel, load<f64>(sums + channel) / count);
  }
}
