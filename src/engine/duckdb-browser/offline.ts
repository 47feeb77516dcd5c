/**
 * Cuts DuckDB's worker off from the network. Must be loaded before DuckDB is.
 * Extensions and `https://` files are fetched through a synchronous `XMLHttpRequest`; this one answers 404
 * to everything, which DuckDB turns into a plain error of the statement.
 */
class RefusingRequest {
  readonly status = 404;
  readonly response = new ArrayBuffer(0);
  open(): void {}
  setRequestHeader(): void {}
  getResponseHeader(): null {
    return null;
  }
  send(): void {}
}

// DuckDB prints each failed statement; the page's console is no place for the user's data.
const quiet = (): void => {};

Object.assign(globalThis, { XMLHttpRequest: RefusingRequest });
Object.assign(console, { log: quiet, warn: quiet, error: quiet });

// A module that cannot be fetched or compiled is a rejection that nobody listens to: it becomes the
// worker's `error` event, which the adapter does hear.
globalThis.addEventListener('unhandledrejection', (event) => {
  setTimeout(() => {
    throw event.reason;
  });
});
