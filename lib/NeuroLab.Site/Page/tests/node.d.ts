// The parts of Node.js that the modules' tests use.
declare module 'node:test' {
  export function test(name: string, body: () => void | Promise<void>): void;
  export function afterEach(body: () => void): void;
}

declare module 'node:zlib' {
  export function gzipSync(content: string): Uint8Array;
}

declare module 'node:assert/strict' {
  interface Assert {
    equal(actual: unknown, expected: unknown, message?: string): void;
    deepEqual(actual: unknown, expected: unknown, message?: string): void;
    match(actual: string, expected: RegExp, message?: string): void;
    ok(value: unknown, message?: string): void;
    rejects(promise: Promise<unknown>, expected?: RegExp): Promise<void>;
    throws(act: () => unknown, expected: RegExp): void;
  }
  const assert: Assert;
  export default assert;
}
