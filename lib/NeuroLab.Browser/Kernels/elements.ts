// Element by element: see NeuroLab/Ops/WherePositive.cs and NeuroLab/Kernels/Functions.cs.
import { float, vector } from './tile';

@external("env", "logf")
declare function logf(x: f32): f32;

/** The arguments, in the order in which C# writes them. */
@unmanaged
class Choice {
  x: isize;
  positive: isize;
  other: isize;
  result: isize;
  count: isize;
}

/** The arguments, in the order in which C# writes them. */
@unmanaged
class Elements {
  x: isize;
  y: isize;
  count: isize;
}

/** result = positive where x > 0, else other; 0 where there is no other. */
export function choose(task: Choice): void {
  const x = task.x, positive = task.positive, other = task.other, result = task.result;
  const end = task.count * float, vectors = (task.count & ~3) * float;
  let i: isize = 0;
  for (; i < vectors; i += vector) {
    const otherwise = other == 0 ? f32x4.splat(0) : v128.load(other + i);
    v128.store(result + i, v128.bitselect(v128.load(positive + i), otherwise, f32x4.gt(v128.load(x + i), f32x4.splat(0))));
  }
  for (; i < end; i += float)
    store<f32>(result + i, load<f32>(x + i) > 0 ? load<f32>(positive + i) : other == 0 ? 0 : load<f32>(other + i));
}

/** y = eˣ. */
export function exp(task: Elements): void {
  expAll(task.x, task.y, task.count);
}

/** y = eˣ - 1. */
export function expM1(task: Elements): void {
  const end = task.count * float, vectors = (task.count & ~3) * float;
  let i: isize = 0;
  for (; i < vectors; i += vector) v128.store(task.y + i, expM1Of(v128.load(task.x + i)));
  for (; i < end; i += float) store<f32>(task.y + i, f32x4.extract_lane(expM1Of(v128.load_splat<f32>(task.x + i)), 0));
}

/** y = ln x. */
export function log(task: Elements): void {
  for (let i: isize = 0, end = task.count * float; i < end; i += float) store<f32>(task.y + i, logf(load<f32>(task.x + i)));
}

/** y = 1 / (1 + e⁻ˣ). */
export function sigmoid(task: Elements): void {
  const end = task.count * float, vectors = (task.count & ~3) * float;
  let i: isize = 0;
  for (; i < vectors; i += vector) v128.store(task.y + i, sigmoidOf(v128.load(task.x + i)));
  for (; i < end; i += float) store<f32>(task.y + i, f32x4.extract_lane(sigmoidOf(v128.load_splat<f32>(task.x + i)), 0));
}

/** y = tanh x. */
export function tanh(task: Elements): void {
  tanhAll(task.x, task.y, task.count);
}

export function expAll(x: isize, y: isize, count: isize): void {
  const end = count * float, vectors = (count & ~3) * float;
  let i: isize = 0;
  for (; i < vectors; i += vector) v128.store(y + i, expOf(v128.load(x + i)));
  for (; i < end; i += float) store<f32>(y + i, f32x4.extract_lane(expOf(v128.load_splat<f32>(x + i)), 0));
}

export function tanhAll(x: isize, y: isize, count: isize): void {
  const end = count * float, vectors = (count & ~3) * float;
  let i: isize = 0;
  for (; i < vectors; i += vector) v128.store(y + i, tanhOf(v128.load(x + i)));
  for (; i < end; i += float) store<f32>(y + i, f32x4.extract_lane(tanhOf(v128.load_splat<f32>(x + i)), 0));
}

/**
 * eˣ = 2ⁿ eʳ, where n is the whole number nearest to x / ln 2, and so r at most ln 2 / 2: ln 2 is taken away in two parts, as one float holds it not
 * exactly enough, and eʳ is a polynomial. The numbers are those of Cephes' expf (S. L. Moshier).
 */
@inline
function expOf(x: v128): v128 {
  x = f32x4.max(f32x4.min(x, f32x4.splat(89)), f32x4.splat(-104));
  const n = f32x4.nearest(f32x4.mul(x, f32x4.splat(1.44269504)));
  // In two steps: 2ⁿ itself may be too small, or too large, for a float.
  const whole = i32x4.trunc_sat_f32x4_s(n), half = i32x4.shr_s(whole, 1), p = f32x4.add(restOf(x, n), f32x4.splat(1));
  return f32x4.mul(f32x4.mul(p, powerOfTwo(half)), powerOfTwo(i32x4.sub(whole, half)));
}

/** eˣ - 1: near 0, where n is 0, without the 1, from which little would be left. */
@inline
function expM1Of(x: v128): v128 {
  const near = restOf(x, f32x4.splat(0)), far = f32x4.sub(expOf(x), f32x4.splat(1));
  return v128.bitselect(near, far, f32x4.lt(f32x4.abs(x), f32x4.splat(0.34)));
}

/** eʳ - 1, where r is x without n ln 2. */
@inline
function restOf(x: v128, n: v128): v128 {
  const r = f32x4.sub(f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375))), f32x4.mul(n, f32x4.splat(-2.12194440e-4)));
  let p = f32x4.splat(1.9875691500e-4);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1));
  return f32x4.add(f32x4.mul(f32x4.mul(p, r), r), r);
}

@inline
function powerOfTwo(n: v128): v128 {
  return i32x4.shl(i32x4.add(n, i32x4.splat(127)), 23);
}

@inline
function sigmoidOf(x: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, expOf(f32x4.neg(x))));
}

/** A polynomial near 0, with the numbers of Cephes' tanhf; elsewhere 1 - 2 / (e²ˣ + 1), with the sign of x. */
@inline
function tanhOf(x: v128): v128 {
  const size = f32x4.abs(x), square = f32x4.mul(x, x), one = f32x4.splat(1), two = f32x4.splat(2);
  let p = f32x4.splat(-5.70498872745e-3);
  p = f32x4.add(f32x4.mul(p, square), f32x4.splat(2.06390887954e-2));
  p = f32x4.add(f32x4.mul(p, square), f32x4.splat(-5.37397155531e-2));
  p = f32x4.add(f32x4.mul(p, square), f32x4.splat(1.33314422036e-1));
  p = f32x4.add(f32x4.mul(p, square), f32x4.splat(-3.33332819422e-1));
  const near = f32x4.add(f32x4.mul(f32x4.mul(p, square), x), x);
  const far = f32x4.sub(one, f32x4.div(two, f32x4.add(expOf(f32x4.mul(size, two)), one)));
  const sign = v128.and(x, i32x4.splat(1 << 31));
  return v128.bitselect(near, v128.or(far, sign), f32x4.lt(size, f32x4.splat(0.625)));
}
