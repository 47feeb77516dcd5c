import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { openProfile } from '../browser/chromium';
import { serveStatic } from '../engine/static-server';
import type { Tab } from './page/main';

type Call = {
  [Name in keyof Tab]: (...args: Parameters<Tab[Name]>) => Promise<Awaited<ReturnType<Tab[Name]>>>;
};

/** A page with the workspace's code, driven by calls that cross into it. */
export interface OpenTab {
  readonly page: Page;
  readonly call: Call;
}

export interface Tabs {
  /** Messages of the pages' consoles, and errors that nobody caught. */
  readonly complaints: readonly string[];
  /** @param acknowledged is told of each event that a page's `startAppending` has on disk */
  open(acknowledged?: (position: number, event: string) => void): Promise<OpenTab>;
  close(): Promise<void>;
}

/** A browser with a profile on disk: a private window would keep its files in memory. */
export async function openTabs(): Promise<Tabs> {
  const folder = await mkdtemp(join(tmpdir(), 'saldo-tabs-'));
  const site = join(folder, 'site');
  await build({
    configFile: false,
    logLevel: 'warn',
    root: join(import.meta.dirname, 'page'),
    base: './',
    build: { outDir: site, emptyOutDir: true, minify: false },
    worker: { format: 'es' },
  });
  const server = await serveStatic(site);
  const context = await openProfile(join(folder, 'profile'));
  const complaints: string[] = [];
  return {
    complaints,
    open: async (acknowledged = () => {}) => {
      const page = await context.newPage();
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.exposeFunction('acknowledged', acknowledged);
      await page.goto(server.origin);
      await page.waitForFunction('typeof tab === "object"');
      return { page, call: calls(page) };
    },
    close: async () => {
      await context.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function calls(page: Page): Call {
  return new Proxy({} as Call, {
    get:
      (_, name) =>
      (...args: unknown[]) =>
        page.evaluate(`tab.${String(name)}(...${JSON.stringify(args)})`),
  });
}
