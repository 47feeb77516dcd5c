import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

const run = promisify(execFile);

/** Where Chrome and Chromium are installed on Linux, macOS and Windows. */
function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
      (name) => process.env[name],
    );
    return roots
      .filter((root) => root !== undefined)
      .flatMap((root) => [
        join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(root, 'Chromium', 'Application', 'chrome.exe'),
        join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ]);
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  return ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'].flatMap((folder) =>
    [...names, 'chrome'].map((name) => join(folder, name)),
  );
}

async function firstThatRuns(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    const found = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return path;
  }
  return undefined;
}

/** Playwright's own Chromium, if it is on this machine. */
function downloaded(): Promise<string | undefined> {
  return firstThatRuns([chromium.executablePath()].filter((path) => path !== ''));
}

async function download(): Promise<string | undefined> {
  const cli = join(import.meta.dirname, '../../node_modules/playwright-core/cli.js');
  await run(process.execPath, [cli, 'install', 'chromium'], { timeout: 300_000 });
  return downloaded();
}

/** Debian's package, where this process may install one. */
async function installPackage(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  await run('apt-get', ['update'], { timeout: 300_000 });
  await run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], {
    timeout: 600_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return firstThatRuns(usualPlaces());
}

/**
 * The Chromium that browser tests run in: `CHROME_PATH`, else an installed Chrome or Chromium, else
 * Playwright's own download, else Debian's package. Rejects with all reasons when none can be had.
 */
export async function findChromium(): Promise<string> {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined) {
    if ((await firstThatRuns([named])) !== undefined) return named;
    throw new Error(`CHROME_PATH names no program: ${named}`);
  }
  const problems: string[] = [];
  for (const way of [() => firstThatRuns(usualPlaces()), downloaded, download, installPackage]) {
    const found = await way().catch((thrown: unknown) => {
      problems.push(String(thrown));
      return undefined;
    });
    if (found !== undefined) return found;
  }
  throw new Error(
    `no Chromium: install Chrome or Chromium, or set CHROME_PATH\n${problems.join('\n')}`,
  );
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless browser that asks for nothing by itself. */
export async function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: flags });
}

/**
 * The same browser over a profile on disk, as people have one: the windows of the other are private, keep their files
 * in memory and reach them through another process, which takes several times as long.
 */
export async function openProfile(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    executablePath: await findChromium(),
    args: flags,
  });
}
