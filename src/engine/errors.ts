/** The four ways in which an engine fails. Whatever an adapter throws is one of them. */
export type EngineErrorKind = 'Cancelled' | 'OutOfMemory' | 'BadQuery' | 'EngineLost';

export abstract class EngineError extends Error {
  abstract readonly kind: EngineErrorKind;
}

/** The caller's `AbortSignal` fired. The connection lives on. */
export class Cancelled extends EngineError {
  override readonly name = 'Cancelled';
  readonly kind = 'Cancelled';
  constructor(message = 'cancelled') {
    super(message);
  }
}

/** The engine had no memory left for this statement. The connection lives on. */
export class OutOfMemory extends EngineError {
  override readonly name = 'OutOfMemory';
  readonly kind = 'OutOfMemory';
}

/** The engine refused the statement, or a row of it failed on the way (a bad cast, an overflow …). */
export class BadQuery extends EngineError {
  override readonly name = 'BadQuery';
  readonly kind = 'BadQuery';
  /** The text of the statement, for the log; may hold the user's data, so never for telemetry. */
  readonly statement: string | undefined;
  constructor(message: string, statement?: string) {
    super(message);
    this.statement = statement;
  }
}

/** The engine trapped, hung or was terminated: its tables are gone and must be rebuilt. */
export class EngineLost extends EngineError {
  override readonly name = 'EngineLost';
  readonly kind = 'EngineLost';
}
