/** What the core needs of a worker, be it the browser's or Node's. */
export interface WorkerPort {
  post(message: unknown, transfer: Transferable[]): void;
  onMessage(listener: (data: unknown) => void): void;
  /** The worker's script failed or the worker ended; nothing more will come from it. */
  onFailure(listener: (reason: string) => void): void;
  terminate(): Promise<void>;
}

/**
 * A port in the shape of a DOM `Worker`, which is what `AsyncDuckDB` expects.
 * Failures are not passed on: `AsyncDuckDB` answers a worker's `error` event by forgetting its pending
 * promises, so the host listens to the port itself.
 */
export class LinkedWorker extends EventTarget implements Worker {
  readonly onmessage = null;
  readonly onmessageerror = null;
  readonly onerror = null;
  readonly #port: WorkerPort;

  constructor(port: WorkerPort) {
    super();
    this.#port = port;
    port.onMessage((data) => {
      this.dispatchEvent(new MessageEvent('message', { data }));
    });
  }

  postMessage(message: unknown, transfer?: Transferable[] | StructuredSerializeOptions): void {
    this.#port.post(message, Array.isArray(transfer) ? transfer : (transfer?.transfer ?? []));
  }

  terminate(): void {
    void this.#port.terminate();
  }
}
