import type { Engine } from '../../src/engine/port';

/** One engine for many cases, because booting takes a second; a new one when the last was lost. */
export class SharedEngine {
  readonly #open: () => Promise<Engine>;
  #engine: Promise<Engine> | undefined;

  constructor(open: () => Promise<Engine>) {
    this.#open = open;
  }

  get(): Promise<Engine> {
    this.#engine ??= this.#open().then((engine) => {
      engine.onLost(() => {
        this.#engine = undefined;
      });
      return engine;
    });
    return this.#engine;
  }

  async close(): Promise<void> {
    await (await this.#engine)?.close();
  }
}
