/** A Web Lock that this tab holds until it lets go, or until another tab takes it by force. */
export interface Hold {
  release(): void;
  /** Whether another tab has taken it by force. */
  isLost(): boolean;
  /** Called once when another tab takes it by force. */
  onLost(listener: () => void): void;
}

function request(name: string, options: LockOptions): Promise<Hold | undefined> {
  return new Promise((resolve, reject) => {
    let release = (): void => {};
    const kept = new Promise<void>((done) => {
      release = done;
    });
    let isGranted = false;
    let isLost = false;
    let lost = (): void => {};
    const granted = (lock: Lock | null): Promise<void> | undefined => {
      if (!lock) {
        resolve(undefined);
        return undefined;
      }
      isGranted = true;
      resolve({
        release: () => release(),
        isLost: () => isLost,
        onLost: (listener) => {
          lost = listener;
        },
      });
      return kept;
    };
    navigator.locks.request(name, options, granted).catch((error: unknown) => {
      if (!isGranted) return reject(error);
      isLost = true;
      lost();
    });
  });
}

/** @returns `undefined` while another tab holds it */
export function tryHold(name: string): Promise<Hold | undefined> {
  return request(name, { ifAvailable: true });
}

/** Waits for its turn. @returns `undefined` where it has not come in time */
export async function waitForHold(name: string, limit_ms: number): Promise<Hold | undefined> {
  const signal = AbortSignal.timeout(limit_ms);
  try {
    return await request(name, { signal });
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

/** Takes it by force, whoever holds it. */
export function stealHold(name: string): Promise<Hold | undefined> {
  return request(name, { steal: true });
}
