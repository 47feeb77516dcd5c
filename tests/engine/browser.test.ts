import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../browser/chromium';
import { contract } from './contract';
import type { World } from './contract/world';
import { type StaticServer, serveStatic } from './static-server';

/** Here the suite is only listed; it runs in the page. */
const nowhere: World = {
  engine: () => Promise.reject(new Error('listed only')),
  open: () => Promise.reject(new Error('listed only')),
  openSpinning: () => Promise.reject(new Error('listed only')),
  openBroken: () => Promise.reject(new Error('listed only')),
  largeFile: () => Promise.reject(new Error('listed only')),
  file: () => Promise.reject(new Error('listed only')),
  forbiddenUrl: '',
};

/** What Chromium says about the module that a case leaves out on purpose. */
const missing = /404|HTTP status code is not ok/;

let folder: string;
let server: StaticServer;
let browser: Browser;
let page: Page;
const foreignRequests: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saldo-page-'));
  await build({
    configFile: false,
    logLevel: 'warn',
    root: join(import.meta.dirname, 'page'),
    base: './',
    build: { outDir: folder, emptyOutDir: true, minify: false },
    worker: { format: 'es' },
  });
  server = await serveStatic(folder);
  browser = await launch();
  page = await browser.newPage();
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(server.origin)) {
      foreignRequests.push(request.url());
    }
  });
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(server.origin);
  await page.waitForFunction('typeof runCase === "function"');
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the engine in a browser, under the product’s policy', () => {
  for (const { name } of contract(nowhere)) {
    it(name, async () => {
      const failure = await page.evaluate(`runCase(${JSON.stringify(name)})`);
      expect(failure ?? 'passed').toBe('passed');
    }, 30_000);
  }

  it('has sent no request beyond its origin, and none for an address in a statement', () => {
    expect(foreignRequests).toEqual([]);
    expect(server.requests).not.toContain('/never.csv');
  });

  it('prints nothing on the console, save for the module that is missing on purpose', () => {
    expect(complaints.filter((text) => !missing.test(text))).toEqual([]);
  });
});
