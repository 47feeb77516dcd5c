import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js/index-native.js';
import type { Browser, BrowserContext, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../src/i18n/catalogue';
import { localeNames } from '../../src/i18n/locale';
import { translator } from '../../src/i18n/translate';
import { launch } from './chromium';
import { type GivenFile, patience, Workbench, wide } from './pages';
import { type Site, serveSite } from './site';

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** A folder to put pictures in, for people to look at. */
const pictures = process.env['SALDO_PICTURES'];

const given = (name: string, ...lines: readonly string[]): GivenFile => ({
  name,
  text: `${lines.join('\n')}\n`,
});
const header = 'Faktura,Zákazník,Datum vystavení,Datum splatnosti,Částka,Měna';
const days: readonly GivenFile[] = [
  given(
    'day 1.csv',
    header,
    'F-1,Alfa s.r.o.,2026-10-01,2026-10-31,100.00,EUR',
    'F-2,Alfa s.r.o.,2026-10-01,2026-10-31,50.00,EUR',
  ),
  given(
    'day 2.csv',
    header,
    'F-3,Beta,2026-10-02,2026-11-01,25.00,EUR',
    'F-4,Beta,2026-10-02,2026-11-01,sto,EUR',
  ),
  given(
    'day 3.csv',
    header,
    'F-5,"ALFA, s. r. o.",2026-10-03,2026-10-02,10.00,EUR',
    'F-6,,2026-10-03,2026-11-02,7.00,EUR',
  ),
];
const statement = given(
  'vypis.csv',
  'Datum;Popis;Částka;Zůstatek',
  '05.10.2026;Káva;-2,50;97,50',
  '05.10.2026;Káva;-2,50;97,50',
  '13.10.2026;Nájem;-50,00;47,50',
);

let site: Site;
let browser: Browser;
let context: BrowserContext;
let bench: Workbench;
/** What the page complains of in its console: what its policy forbids stands there too. */
const complaints: string[] = [];

beforeAll(async () => {
  site = await serveSite();
  browser = await launch();
  context = await browser.newContext({ viewport: wide, colorScheme: 'light' });
  bench = await Workbench.inNewTab(context, site.origin);
  bench.page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  bench.page.on('pageerror', (error) => complaints.push(error.message));
  await bench.open('/import');
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const card = (name: string): Locator =>
  bench.importing.draft.filter({ has: bench.page.getByRole('heading', { name, exact: true }) });
const together = 'day 1.csv … day 3.csv (3)';
const counts = async (of: Locator): Promise<readonly string[]> =>
  (await of.getByTestId('plan-counts').innerText()).split('\n').filter((line) => line !== '');
const picture = async (name: string): Promise<void> => {
  if (pictures !== undefined)
    await bench.page.screenshot({ path: join(pictures, `import-${name}.png`), fullPage: true });
};
/** Goes from the result of an import back to where files come in. */
const another = (): Promise<void> =>
  bench.importing.result.getByRole('button', { name: 'Open a ledger export' }).click();
const discardAll = async (): Promise<void> => {
  for (let left = await bench.importing.draft.count(); left > 0; left -= 1) {
    await bench.importing.draft
      .first()
      .getByRole('button', { name: /Discard|Descartar|Zahodit/ })
      .click();
    await expect.poll(() => bench.importing.draft.count(), patience).toBe(left - 1);
  }
};

describe('files of one shape and a bank’s table, dropped together', () => {
  it('are a card each, and the files of one shape are named on theirs', async () => {
    await bench.importing.choose(...days, statement);
    await card(together).waitFor();
    await card('vypis.csv').waitFor();
    expect(await bench.importing.draft.count()).toBe(2);
    await card(together).getByText('Files of one shape, imported as one').click();
    expect(await card(together).getByRole('listitem').allInnerTexts()).toEqual([
      'day 1.csv',
      'day 2.csv',
      'day 3.csv',
    ]);
    expect(await counts(card(together))).toEqual([
      '6 rows in the file',
      '5 rows are taken',
      '1 row is rejected',
    ]);
    await picture('cards');
  });

  it('say of a finding which rows of which file it is about, and leave them out on a click', async () => {
    const finding = card(together).getByTestId('finding-no_customer');
    expect(await finding.innerText()).toContain('Rows without a customer: 1.');
    await finding.getByRole('button', { name: 'Show the rows' }).click();
    expect(await finding.locator('tbody td').allInnerTexts()).toEqual(['day 3.csv', '3', 'F-6']);
    await picture('finding');
    await finding.getByRole('button', { name: 'Leave these rows out' }).click();
    await finding.waitFor({ state: 'detached' });
    expect(await counts(card(together))).toContain('1 row left out by you');
    const repeats = card('vypis.csv').getByTestId('finding-exact_repeat');
    await repeats.getByRole('button', { name: 'Leave these rows out' }).click();
    await expect
      .poll(() => counts(card('vypis.csv')), patience)
      .toEqual([
        '3 rows in the file',
        '2 rows are taken',
        '1 row left out by you',
        'Take them back',
      ]);
  });

  it('call the columns of such a table what stands in them', async () => {
    const finding = card(together).getByTestId('finding-due_before_issue');
    await finding.getByRole('button', { name: 'Show the rows' }).click();
    // Dates are kept on one line by spaces that do not break.
    const texts = await finding.locator('tbody td').allInnerTexts();
    expect(texts.map((one) => one.replaceAll('\u00a0', ' '))).toEqual([
      'day 3.csv',
      '2',
      '3 Oct 2026 → 2 Oct 2026',
    ]);
    expect(await finding.locator('th').allInnerTexts()).toEqual([
      'File',
      'Line',
      'What stands there',
    ]);
  });

  it('give their rejected rows as a file', async () => {
    const download = bench.page.waitForEvent('download');
    await card(together).getByRole('button', { name: 'Save the rejected rows' }).click();
    const path = await (await download).path();
    expect((await download).suggestedFilename()).toMatch(/rejected rows\.csv$/);
    expect((await readFile(path, 'utf8')).split(/\r?\n/)[1]).toBe(
      'F-4,Beta,2026-10-02,2026-11-01,sto,EUR,day 2.csv,3,unreadable:amount:sto',
    );
  });

  it('are read again with a cell that was corrected by the keyboard', async () => {
    const rejects = card(together).getByTestId('rejects');
    expect((await rejects.locator('tbody td').allInnerTexts()).slice(0, 2)).toEqual([
      'day 2.csv, 3',
      'Částka “sto” cannot be read; correct it',
    ]);
    const cell = rejects.getByRole('textbox', { name: 'Částka on line 3' });
    await cell.focus();
    await bench.page.keyboard.press('Control+a');
    await bench.page.keyboard.type('100.00');
    await bench.page.keyboard.press('Enter');
    await rejects.waitFor({ state: 'detached' });
    expect(await card(together).getByTestId('mended').innerText()).toContain('Cells corrected: 1');
    expect(await counts(card(together))).toEqual([
      '6 rows in the file',
      '5 rows are taken',
      '1 row left out by you',
      'Take them back',
    ]);
  });

  it('merge two spellings when they are ticked', async () => {
    const spellings = card(together).getByTestId('spellings');
    await spellings.getByRole('checkbox', { name: /Alfa s\.r\.o\. ← ALFA, s\. r\. o\./ }).check();
    await spellings.getByRole('button', { name: 'Merge the ticked' }).click();
    await spellings.getByText('Spellings merged: 1').waitFor();
    await picture('decided');
  });

  it('keep how they are read under a name', async () => {
    await card(together).getByRole('button', { name: 'Columns and what they become' }).click();
    const name = card(together).getByRole('textbox', { name: 'Name of the mapping' });
    await name.fill('Daily invoices');
    await picture('columns');
    await name.press('Enter');
    await bench.page.getByText('The mapping “Daily invoices” is saved').first().waitFor();
  });

  it('arrive as decided', async () => {
    await bench.importing.commit();
    await picture('result');
    const rows = await bench.ask('open-items', { asOf: '2026-10-31' });
    expect(
      rows.map((row) => `${row['document_id']} ${row['customer_id']} ${row['open_amount']}`).sort(),
    ).toEqual([
      'F-1 Alfa s.r.o. 100.00',
      'F-2 Alfa s.r.o. 50.00',
      'F-3 Beta 25.00',
      'F-4 Beta 100.00',
      'F-5 Alfa s.r.o. 10.00',
    ]);
    expect(await bench.importing.sources()).toEqual([together, 'vypis.csv']);
    await another();
  });

  it('are followed by the next day’s file, which is read by the saved mapping', async () => {
    await bench.importing.choose(
      given(
        'day 4.csv',
        header,
        'F-5,Alfa s.r.o.,2026-10-03,2026-11-02,12.00,EUR',
        'F-7,Beta,2026-10-04,2026-11-03,1.00,EUR',
      ),
    );
    const next = card('day 4.csv');
    await next.waitFor();
    expect(await next.innerText()).toContain('Read by the saved mapping “Daily invoices”');
    await expect
      .poll(() => next.getByTestId('compared').innerText(), patience)
      .toBe('1 new, 1 changed, 0 already there');
    const effects = await next.getByTestId('effects').locator('tbody td').allInnerTexts();
    expect(effects.map((text) => text.replaceAll(/\s+/g, ' '))).toEqual([
      '31 Oct 2026',
      '2.00 EUR',
    ]);
    await discardAll();
  });
});

describe('a question that nobody answered', () => {
  it('stays asked when rows are left out meanwhile', async () => {
    await bench.importing.choose(
      given(
        'bank without names.csv',
        '05.10.2026;Rent of October;500,00;',
        '06.10.2026;Receipt of Alfa;;80,00',
        '14.10.2026;Fee of October;2,50;',
        '14.10.2026;Fee of October;2,50;',
      ),
    );
    const question = card('bank without names.csv').getByText('Which of these columns is money');
    await question.waitFor();
    expect(await bench.page.getByTestId('commit').isDisabled()).toBe(true);
    expect(await bench.page.getByTestId('unready').innerText()).toMatch(
      /^Still to be answered above/,
    );
    await card('bank without names.csv')
      .getByRole('button', { name: 'Leave these rows out' })
      .click();
    await expect
      .poll(() => counts(card('bank without names.csv')), patience)
      .toContain('1 row left out by you');
    expect(await question.count()).toBe(1);
    expect(await bench.page.getByTestId('commit').isDisabled()).toBe(true);
  });
});

/** A workbook of one sheet, its cells texts. */
async function workbook(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const schemas = 'http://schemas.openxmlformats.org';
  const relation = `${schemas}/officeDocument/2006/relationships`;
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const cells = rows.map(
    (row, y) =>
      `<row r="${y + 1}">${row.map((cell, x) => `<c r="${String.fromCharCode(65 + x)}${y + 1}" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`,
  );
  return archive({
    '[Content_Types].xml': `<Types xmlns="${schemas}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${schemas}/package/2006/relationships"><Relationship Id="r1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${schemas}/spreadsheetml/2006/main" xmlns:r="${relation}"><sheets><sheet name="Faktury" sheetId="1" r:id="s1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${schemas}/package/2006/relationships"><Relationship Id="s1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${schemas}/spreadsheetml/2006/main"><sheetData>${cells.join('')}</sheetData></worksheet>`,
  });
}

async function archive(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const writer = new ZipWriter(new BlobWriter());
  for (const [name, text] of Object.entries(files)) await writer.add(name, new TextReader(text));
  return Buffer.from(await (await writer.close()).arrayBuffer());
}

it('a workbook and an archive are read under the page’s own policy, and arrive', async () => {
  await discardAll();
  const book = await workbook([
    header.split(','),
    ['X-1', 'Beta', '2026-10-10', '2026-11-09', '11.00', 'EUR'],
  ]);
  const zip = await archive({
    'export/faktury.csv': `${header},Popis\nZ-1,Beta,2026-10-11,2026-11-10,12.00,EUR,voda\n`,
    'export/note.txt': 'nothing to import',
  });
  await bench.importing.choose({ name: 'book.xlsx', text: book }, { name: 'books.zip', text: zip });
  await expect.poll(() => bench.importing.draft.count(), patience).toBe(2);
  await picture('packed');
  // Beside the table in the archive lies a text that is none: it is told, and holds nothing up.
  expect(await bench.importing.problem.allInnerTexts()).toEqual([
    'books.zip › export/note.txt has a header on line 1 but no row below it. Export it again with data.',
  ]);
  await bench.importing.commit();
  const items = await bench.ask('open-items', { asOf: '2026-10-31' });
  const arrived = items.map((row) => `${row['document_id']} ${row['open_amount']}`);
  expect(arrived).toEqual(expect.arrayContaining(['X-1 11.00', 'Z-1 12.00']));
  expect(complaints).toEqual([]);
  await another();
});

/** What axe finds serious or critical on the page. */
async function barriers(): Promise<readonly string[]> {
  await bench.page.evaluate(axe);
  const findings = await bench.page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      axe: {
        run(): Promise<{
          violations: { id: string; impact: string | null; nodes: { html: string }[] }[];
        }>;
      };
    };
    return (await checker.run()).violations;
  });
  return findings
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
}

/** English sentences and words that have another form in a language, as patterns of whole texts. */
function englishNotIn(locale: 'es' | 'cs'): readonly RegExp[] {
  const forms = (message: string | Readonly<Record<string, string>>): readonly string[] =>
    typeof message === 'string' ? [message] : Object.values(message);
  const patterns: RegExp[] = [];
  for (const message of Object.values(catalogue)) {
    const own = new Set(forms(message[locale]));
    for (const text of forms(message.en)) {
      const letters = text.replaceAll(/\{\{.*?\}\}/g, '');
      if (own.has(text) || !/\p{L}{3}/u.test(letters)) continue;
      const parts = text.split(/\{\{.*?\}\}/);
      const escaped = parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      patterns.push(new RegExp(`^${escaped.join('.+')}$`, 'u'));
    }
  }
  return patterns;
}

/** Every text and name on the cards. */
const textsOfCards = (): Promise<readonly string[]> =>
  bench.importing.draft.evaluateAll((cards) =>
    cards.flatMap((element) => {
      const found: string[] = [];
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        found.push(node.textContent ?? '');
      for (const named of element.querySelectorAll('[aria-label], [placeholder], [title], input'))
        found.push(
          named.getAttribute('aria-label') ?? '',
          named.getAttribute('placeholder') ?? '',
          named.getAttribute('title') ?? '',
          named instanceof HTMLInputElement ? named.value : '',
        );
      return found.map((text) => text.trim()).filter((text) => text !== '');
    }),
  );

/** Files whose cards show everything that a card may show: findings, rejects, spellings, effects, columns, a question. */
const everything: readonly GivenFile[] = [
  given(
    'dnes.csv',
    `${header},Stav`,
    'F-5,Alfa s.r.o.,2026-10-03,2026-11-02,12.00,EUR,uhrazeno',
    'F-8,"ALFA, s. r. o.",2026-10-04,2026-10-01,1.00,EUR,uhrazeno',
    'F-9,,2026-10-04,2026-11-03,1.00,EUR,uhrazeno',
    'F-10,Beta,2026-10-04,2026-11-03,sto,EUR,uhrazeno',
  ),
  given('zitra.csv', 'Faktura;Zákazník;Datum;Částka', 'F-11;Beta;03/04/2026;1,00'),
];

async function showEverything(t: ReturnType<typeof translator>): Promise<void> {
  await bench.importing.choose(...everything);
  await expect.poll(() => bench.importing.draft.count(), patience).toBe(2);
  const first = card('dnes.csv');
  await first.getByTestId('findings').waitFor();
  await first
    .getByTestId('findings')
    .getByRole('button', { name: t('import.showRows') })
    .first()
    .click();
  for (const columns of await bench.page.getByRole('button', { name: t('import.columns') }).all())
    await columns.click();
  await expect
    .poll(
      () => bench.page.getByRole('columnheader', { name: t('import.meaning') }).count(),
      patience,
    )
    .toBe(2);
}

describe('the cards, with all that they may say', () => {
  it.each(['light', 'dark'] as const)('have no serious barrier in the %s theme', async (scheme) => {
    await bench.page.emulateMedia({ colorScheme: scheme });
    if (scheme === 'light') await showEverything(translator('en'));
    const html = bench.page.locator('html');
    await expect.poll(() => html.getAttribute('data-mantine-color-scheme'), patience).toBe(scheme);
    await picture(scheme);
    // Colours fade from one theme to the other.
    await expect.poll(barriers, patience).toEqual([]);
  });

  it('stay within a narrow window', async ({ onTestFinished }) => {
    await bench.page.setViewportSize({ width: 380, height: 900 });
    onTestFinished(() => bench.page.setViewportSize(wide));
    await picture('narrow');
    const width = () => bench.page.evaluate(() => document.documentElement.scrollWidth);
    await expect.poll(width, patience).toBeLessThanOrEqual(380);
    const outside = await bench.importing.draft.evaluateAll((cards) =>
      cards.flatMap((element) =>
        [...element.querySelectorAll('button, input')].flatMap((one) => {
          const isScrolled = one.closest('[class*="scroll" i], table') !== null;
          const { right } = one.getBoundingClientRect();
          return !isScrolled && right > 380 ? [`${one.outerHTML.slice(0, 120)} → ${right}`] : [];
        }),
      ),
    );
    expect(outside).toEqual([]);
  });

  it.each(['es', 'cs'] as const)('have no English left in %s', async (locale) => {
    await discardAll();
    await bench.page.locator('header button[aria-haspopup="menu"]').click();
    await bench.page.getByRole('menuitem', { name: localeNames[locale] }).click();
    await expect.poll(() => bench.page.locator('html').getAttribute('lang'), patience).toBe(locale);
    await showEverything(translator(locale));
    await picture(locale);
    const english = englishNotIn(locale);
    const left = (await textsOfCards()).filter((text) => english.some((one) => one.test(text)));
    expect([...new Set(left)]).toEqual([]);
  });
});
