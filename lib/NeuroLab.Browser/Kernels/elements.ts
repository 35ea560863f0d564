// Element by element: see NeuroLab/Ops/WherePositive.cs and NeuroLab/Kernels/Functions.cs.
import { float, vector } from './tile';

@external("env", "expf")
declare function expf(x: f32): f32;

@external("env", "logf")
export declare function logf(x: f32): f32;

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

/** Fewer than four numbers are left to expf, as TensorPrimitives does. */
export function expAll(x: isize, y: isize, count: isize): void {
  const end = count * float;
  let i: isize = 0;
  if (count < 4) {
    for (; i < end; i += float) store<f32>(y + i, expf(load<f32>(x + i)));
    return;
  }
  // The last four may overlap those before them, and y may be x: so they are read first.
  const last = expOf(v128.load(x + end - vector));
  for (; i + vector < end; i += vector) v128.store(y + i, expOf(v128.load(x + i)));
  v128.store(y + end - vector, last);
}

export function tanhAll(x: isize, y: isize, count: isize): void {
  const end = count * float, vectors = (count & ~3) * float;
  let i: isize = 0;
  for (; i < vectors; i += vector) v128.store(y + i, tanhOf(v128.load(x + i)));
  for (; i < end; i += float) store<f32>(y + i, f32x4.extract_lane(tanhOf(v128.load_splat<f32>(x + i)), 0));
}

/**
 * eˣ = 2ⁿ 2ʳ, where n is the whole number nearest to x / ln 2: in double precision, by the polynomial of AMD's vrs4_expf, which .NET's
 * TensorPrimitives takes as well, so that the bits are a desktop's.
 */
@inline
function expOf(x: v128): v128 {
  const low = expOfTwo(f64x2.promote_low_f32x4(x)), high = expOfTwo(f64x2.promote_low_f32x4(v128.shuffle<f32>(x, x, 2, 3, 2, 3)));
  const both = v128.shuffle<f32>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 1, 4, 5);
  const large = v128.bitselect(f32x4.splat(f32.MAX_VALUE * 2), both, f32x4.gt(x, f32x4.splat(88.72284)));
  return v128.andnot(large, f32x4.lt(x, f32x4.splat(-103.97208)));
}

@inline
function expOfTwo(x: v128): v128 {
  // To add so much leaves no room for what stands after the point: the lowest bits are n.
  const huge = f64x2.splat(6755399441055744), z = f64x2.mul(x, f64x2.splat(1.4426950408889634)), n = f64x2.add(z, huge);
  const r = f64x2.sub(z, f64x2.sub(n, huge)), r2 = f64x2.mul(r, r), r4 = f64x2.mul(r2, r2);
  const first = f64x2.add(f64x2.mul(f64x2.splat(0.6931472254087585), r), f64x2.splat(1.0000000754895704));
  const middle = f64x2.add(f64x2.mul(f64x2.splat(0.05550297297702539), r), f64x2.splat(0.2402210737432219));
  const last = f64x2.add(f64x2.mul(f64x2.splat(0.001341000536524434), r), f64x2.splat(0.009676036358193323));
  const p = f64x2.add(f64x2.mul(middle, r2), f64x2.add(f64x2.mul(last, r4), first));
  return i64x2.add(p, i64x2.shl(n, 52));
}

/** eˣ - 1: near 0 by a polynomial without the 1, from which little would be left; its numbers are those of Cephes' expf (S. L. Moshier). */
@inline
function expM1Of(x: v128): v128 {
  let p = f32x4.splat(1.9875691500e-4);
  p = f32x4.add(f32x4.mul(p, x), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, x), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, x), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, x), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, x), f32x4.splat(5.0000001201e-1));
  const near = f32x4.add(f32x4.mul(f32x4.mul(p, x), x), x), far = f32x4.sub(expOf(x), f32x4.splat(1));
  return v128.bitselect(near, far, f32x4.lt(f32x4.abs(x), f32x4.splat(0.34)));
}

@inline
function sigmoidOf(x: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, expOf(f32x4.neg(x))));
}

/** (1 - e⁻²ˣ) / (1 + e⁻²ˣ) with the sign of x, and near 0, where little would be left of that, the first terms of the series: as TanhOp.cs has it. */
@inline
function tanhOf(x: v128): v128 {
  const one = f32x4.splat(1), size = f32x4.abs(x), sign = v128.and(x, i32x4.splat(1 << 31)), square = f32x4.mul(x, x);
  const z = f32x4.sub(expOf(f32x4.mul(f32x4.splat(-2), size)), one);
  const far = v128.xor(sign, f32x4.div(f32x4.neg(z), f32x4.add(z, f32x4.splat(2))));
  const terms = f32x4.sub(f32x4.splat(1 / <f32>3), f32x4.mul(square, f32x4.splat(<f32>2 / 15)));
  const near = f32x4.mul(x, f32x4.sub(one, f32x4.mul(square, terms)));
  return v128.bitselect(near, far, f32x4.lt(size, f32x4.splat(0.05)));
}
