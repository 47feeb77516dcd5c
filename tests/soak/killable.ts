import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { assert } from '../../src/lib/assert';

const flags = [
  '--headless=new',
  '--remote-debugging-port=0',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--window-size=1200,800',
];
const startMs = 30_000;

/** A browser over a profile on disk, whose processes can be killed all at once, as when the power goes. */
export class KillableBrowser {
  readonly context: BrowserContext;
  readonly #browser: Browser;
  readonly #process: ChildProcess;
  readonly #group: number;

  private constructor(browser: Browser, child: ChildProcess, group: number) {
    const [context] = browser.contexts();
    assert(context, 'the browser has no profile');
    this.context = context;
    this.#browser = browser;
    this.#process = child;
    this.#group = group;
  }

  static async start(program: string, profile: string): Promise<KillableBrowser> {
    // Of the browser before: the port that it listened on.
    const portFile = join(profile, 'DevToolsActivePort');
    await rm(portFile, { force: true });
    // Detached: it leads a process group, in which its own children are.
    const child = spawn(program, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
      detached: true,
      stdio: 'ignore',
    });
    const { pid } = child;
    assert(pid !== undefined, `${program} did not start`);
    try {
      const port = await portOf(portFile, child);
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      return new KillableBrowser(browser, child, pid);
    } catch (error) {
      endGroup(pid);
      throw error;
    }
  }

  /** SIGKILL to every process of it; resolves when none is left. */
  async kill(): Promise<void> {
    endGroup(this.#group);
    if (this.#process.exitCode === null && this.#process.signalCode === null)
      await new Promise((resolve) => this.#process.once('exit', resolve));
    const until = Date.now() + startMs;
    while (isAlive(this.#group)) {
      assert(Date.now() < until, 'a process of the browser outlives SIGKILL');
      await pause(5);
    }
    await this.#browser.close().catch(() => undefined);
  }
}

async function portOf(file: string, child: ChildProcess): Promise<number> {
  const until = Date.now() + startMs;
  while (Date.now() < until) {
    assert(child.exitCode === null, `the browser ended by itself: ${child.exitCode}`);
    const [line = ''] = (await readFile(file, 'utf8').catch(() => '')).split('\n');
    if (/^\d+$/.test(line)) return Number(line);
    await pause(10);
  }
  throw new Error('the browser does not answer');
}

function endGroup(group: number): void {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // All of it has ended by itself.
  }
}

function isAlive(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}
