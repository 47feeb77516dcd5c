/** An impossible state. It is a defect of the program, never of the user's data. */
export class AssertionFailure extends Error {
  override readonly name = 'AssertionFailure';
}

export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new AssertionFailure(message);
}

/** Closes a `switch` over a union: the compiler complains where a member was forgotten. */
export function assertNever(value: never): never {
  throw new AssertionFailure(`not a member of the union: ${String(value)}`);
}
