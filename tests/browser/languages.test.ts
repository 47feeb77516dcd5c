import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue, type MessageKey } from '../../src/i18n/catalogue';
import { localeNames, locales } from '../../src/i18n/locale';
import { translator } from '../../src/i18n/translate';
import { launch } from './chromium';
import { patience, Workbench, wide } from './pages';
import { type Site, serveSite } from './site';

interface Finding {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** A folder to put pictures of every page in, for people to look at. */
const pictures = process.env['SALDO_PICTURES'];
const areas = new Set(Object.keys(catalogue).map((key) => key.split('.')[0] ?? ''));
const schemes = ['light', 'dark'] as const;

let site: Site;
let browser: Browser;
let context: BrowserContext;
let bench: Workbench;

beforeAll(async () => {
  site = await serveSite();
  browser = await launch();
  context = await browser.newContext({ viewport: wide, colorScheme: 'light' });
  bench = await Workbench.inNewTab(context, site.origin);
  await bench.trySample();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Texts, names and hints on the page that are keys of messages rather than messages. */
async function untranslated(): Promise<string[]> {
  const texts = await bench.page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      found.push(node.textContent ?? '');
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]'))
      for (const name of ['aria-label', 'placeholder', 'title'])
        found.push(element.getAttribute(name) ?? '');
    return found.map((text) => text.trim());
  });
  return texts.filter(
    (text) => /^[a-zA-Z]+(\.[\w-]+)+$/.test(text) && areas.has(text.split('.')[0] ?? ''),
  );
}

/** What axe finds serious or critical on the page. */
async function barriers(): Promise<string[]> {
  await bench.page.evaluate(axe);
  const findings = await bench.page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: Finding[] }> };
    };
    return (await checker.run()).violations;
  });
  return findings
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 300)).join(' | ')}`);
}

/** Waits until the page shows what it came for. */
async function settled(path: string): Promise<void> {
  if (path === '/import') await bench.page.getByRole('table').first().waitFor();
  else if (path === '/') await bench.page.getByTestId('figures-EUR').waitFor();
  else await bench.grid.ready();
  if (/report=(roll-rates|concentration|expected-loss)/.test(path))
    await bench.page.getByTestId('analysis-chart').locator('[role=img] svg').waitFor();
  if (['/', '/aging', '/items'].includes(path)) await bench.tieOut('general-ledger').waitFor();
}

/** Every page there is; where the title is a customer's name, it has no key. */
const pages: readonly (readonly [path: string, title: MessageKey | undefined])[] = [
  ['/', 'shell.overview'],
  ['/aging', 'report.aging-by.title'],
  ['/items', 'report.open-items.title'],
  ['/customers', 'report.customers.title'],
  ['/account?customer=C0177&asOf=2026-08-31&from=2026-08-01', undefined],
  ['/analysis', 'report.roll-forward.title'],
  ['/analysis?report=roll-rates', 'report.roll-rates.title'],
  ['/analysis?report=roll-rates&chart=sankey', 'report.roll-rates.title'],
  ['/analysis?report=rolled-items&fromState=b0', 'report.rolled-items.title'],
  ['/analysis?report=concentration', 'report.concentration.title'],
  ['/analysis?report=expected-loss', 'report.expected-loss.title'],
  ['/analysis?report=fx-revaluation', 'report.fx-revaluation.title'],
  ['/analysis?report=aging-converted', 'report.aging-converted.title'],
  ['/analysis?report=what-if&vsBasis=document', 'report.what-if.title'],
  ['/analysis?report=due-dates&by=week', 'report.due-dates.title'],
  ['/tie-out', 'report.tie-out.title'],
  ['/tie-out?by=account', 'report.control-accounts.title'],
  ['/import', 'import.title'],
];

describe.each(locales)('in %s', (locale) => {
  const t = translator(locale);
  const titleOf = (key: MessageKey): string =>
    t(key, { dimension: t('dimension.customer').toLowerCase() });

  it('every page speaks the language that was chosen in the menu', async () => {
    await bench.open('/');
    await bench.page.locator('header button[aria-haspopup="menu"]').click();
    await bench.page.getByRole('menuitem', { name: localeNames[locale] }).click();
    await expect.poll(() => bench.page.locator('html').getAttribute('lang'), patience).toBe(locale);
    for (const [path, title] of pages) {
      await bench.open(path);
      await settled(path);
      if (title !== undefined) expect(await bench.title()).toBe(titleOf(title));
      expect(await untranslated(), path).toEqual([]);
    }
  });

  it.each(schemes)('no page has a serious barrier in the %s theme', async (scheme) => {
    await bench.page.emulateMedia({ colorScheme: scheme });
    for (const [path] of pages) {
      await bench.open(path);
      await settled(path);
      expect(await bench.page.locator('html').getAttribute('data-mantine-color-scheme')).toBe(
        scheme,
      );
      if (pictures !== undefined)
        await bench.page.screenshot({
          path: join(pictures, `${locale}-${scheme}${path.replace('/', '-').split('?')[0]}.png`),
        });
      expect(await barriers(), path).toEqual([]);
    }
  });

  it('a narrow window shows every page without running out of it', async ({ onTestFinished }) => {
    await bench.page.setViewportSize({ width: 420, height: 900 });
    onTestFinished(() => bench.page.setViewportSize(wide));
    for (const [path] of pages) {
      await bench.open(path);
      await settled(path);
      if (pictures !== undefined)
        await bench.page.screenshot({
          path: join(pictures, `${locale}-narrow${path.replace('/', '-').split('?')[0]}.png`),
        });
      const width = await bench.page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, path).toBeLessThanOrEqual(420);
      for (const button of await bench.page.locator('header button:visible').all()) {
        const box = await button.boundingBox();
        expect((box?.x ?? 0) + (box?.width ?? 0), await button.innerText()).toBeLessThanOrEqual(
          420,
        );
      }
    }
  });
});
