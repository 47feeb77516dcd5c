import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exact } from '../../src/domain/money/decimal';
import { readBai2 } from '../../src/importers/bank/bai2/format';
import { readCamt } from '../../src/importers/bank/camt/format';
import { gridsOf } from '../../src/importers/bank/grids';
import { readMt940 } from '../../src/importers/bank/mt940/format';
import { readOfx } from '../../src/importers/bank/ofx/format';
import { statementProblems } from '../../src/importers/bank/problems';
import type { BankBalance, BankStatement } from '../../src/importers/bank/statement';
import { camtDump } from '../support/camtDump';
import { pythonDump } from '../support/pythonDump';
import { bai2Files, ofxFiles } from './bankFigures';
import { expectAsCamtDump } from './camtComparison';
import { realData } from './folder';
import { expectAsMt940Dump } from './mt940Comparison';
import { fileAt, filesOf, Outcomes, problemOf, recognisedAs } from './statementFiles';

const folder = realData('bank_statements') ?? '';
const outcomes = new Outcomes();

afterAll(() => {
  if (folder !== '') console.log(outcomes.table);
});

const balance = (of: BankBalance | undefined): string =>
  of ? `${of.date} ${of.amount} ${of.currency}` : '-';

/** Each row of both grids has an id; rows of the same id are the same row, where a file has a statement twice. */
function expectOwnIds(statements: readonly BankStatement[]): void {
  for (const { rows } of gridsOf(statements)) {
    const ids = rows.map((row) => row[0]);
    const distinct = new Set(rows.map((row) => row.join('\t')));
    expect(new Set(ids).size).toBe(distinct.size);
    expect(ids).not.toContain('');
  }
}

describe.skipIf(folder === '')('CAMT.052, .053 and .054 beside their JSON', () => {
  const camt = join(folder, 'camt_genkgo');
  const files = folder === '' ? [] : filesOf(camt, /\.xml$/);
  const wrong = 'camt053.v2.wrong.xml';

  it.each(files.filter((name) => name !== wrong))('%s says what its dump says', async (name) => {
    outcomes.tried('CAMT');
    const file = await fileAt(join(camt, name));
    expect(await recognisedAs(file)).toEqual(['camt']);
    const statements = await readCamt(file, {});
    expectAsCamtDump(statements, camtDump(join(camt, name.replace(/xml$/, 'json'))), name);
    expectOwnIds(statements);
    outcomes.right('CAMT');
  });

  it('a message without a statement is refused: it has no JSON, as there is nothing to say', async () => {
    outcomes.tried('CAMT');
    const file = await fileAt(join(camt, wrong));
    expect(await recognisedAs(file)).toEqual(['camt']);
    expect(await problemOf(readCamt(file, {}))).toMatchObject({ code: 'no_rows', file: wrong });
    outcomes.refused('CAMT');
  });

  it('statements that do not tie are imported and told with their difference', async () => {
    const told: Record<string, string> = {};
    for (const name of files.filter((one) => one !== wrong)) {
      const problems = statementProblems(await readCamt(await fileAt(join(camt, name)), {}));
      for (const { difference, otherCurrencies, pendingCount } of problems)
        told[name] = difference ?? ([...otherCurrencies].join() || `${pendingCount} pending`);
    }
    expect(told).toEqual({
      'camt052.v4.xml': '1 pending',
      'camt052.v6.Amt-zero.xml': '1 pending',
      'camt052.v6.xml': '1 pending',
      'camt053.v2.all-balance-types.xml': '-5.82',
      'camt053.v2.five.decimals.xml': '0.05',
      'camt053.v2.minimal.ultimate.xml': 'SEK',
      'camt053.v2.minimal.xml': 'SEK',
      'camt053.v2.with-party-ids.xml': 'SEK',
      'camt053.v3.xml': 'SEK',
      'camt053.v4.xml': 'SEK',
      'camt053.v8.xml': 'SEK',
    });
  });
});

/** Files that hold fields, but none that says anything of a statement: their dumps have neither money nor account. */
const emptyMt940 = new Set([
  'betterplace/empty_86.sta',
  'betterplace/empty_line.sta',
  'cmxl/available_balance.sta',
  'cmxl/reference.sta',
  'cmxl/statement_number.sta',
  'self-provided/empty_non_swift.sta',
]);

describe.skipIf(folder === '')('MT940 and MT942 beside their YAML', () => {
  const mt940 = join(folder, 'mt940_wolph');
  const files = folder === '' ? [] : filesOf(mt940, /\.sta$/);
  const noMt940 = 'self-provided/invalid_statement.sta';
  const dumpOf = (name: string): ReturnType<typeof pythonDump> =>
    pythonDump(readFileSync(join(mt940, name.replace(/sta$/, 'yml')), 'utf8'), [
      'data',
      'transactions',
    ]);

  it.each(files.filter((name) => !emptyMt940.has(name) && name !== noMt940))(
    '%s says what its dump says',
    async (name) => {
      outcomes.tried('MT940');
      const path = join(mt940, name);
      const file = await fileAt(path);
      expect(await recognisedAs(file)).toEqual(['mt940']);
      const statements = await readMt940(file, {});
      expectAsMt940Dump(statements, dumpOf(name), name, readFileSync(path));
      expectOwnIds(statements);
      outcomes.right('MT940');
    },
  );

  it('statements that do not tie are imported and told with their difference', async () => {
    const told: Record<string, string> = {};
    for (const name of files.filter((one) => !emptyMt940.has(one) && one !== noMt940)) {
      const statements = await readMt940(await fileAt(join(mt940, name)), {});
      for (const { statementId, difference } of statementProblems(statements))
        told[`${name} ${statementId.slice(-12)}`] = difference ?? '-';
    }
    // In sepa_mt9401 every statement ties, which it does only where RC is a debit.
    expect(told).toEqual({
      'betterplace/sepa_snippet.sta  -1970431.87': '300.08',
      'betterplace/sepa_snippet_broken.sta 03 766656.49': '307603.86',
      'jejik/abnamro.sta 5-22 3236.28': '-2038',
      'jejik/abnamro.sta 5-23 2876.84': '-1002.6',
      'jejik/ing.sta 0-07-22 0.00': '49.06',
      'jejik/knab.sta 7-29 3058.98': '4500',
      'jejik/postfinance.sta 2013-11-30 0': '0.2',
      'jejik/rabobank.sta 06-14 473.17': '1135.93',
      'jejik/rabobank.sta 6-16 1295.82': '236.56',
      'jejik/triodos.sta 1-01 4975.09': '111.4',
      'mBank/with_newline_in_tnr.sta 7-02-01 0.46': '770.71',
      'self-provided/details_60-63.sta -14 12345.12': '234.01',
      'self-provided/malformed_details.sta -14 12345.12': '234.01',
      'self-provided/overly_long_details.sta -14 12345.12': '234.01',
      'self-provided/raiffeisen-cmi.sta  25170637.10': '1123264',
      'self-provided/whitespace.sta -14 12345.12': '234.01',
    });
  });

  it.each([...emptyMt940])('%s holds no statement, and is refused for it', async (name) => {
    outcomes.tried('MT940');
    const file = await fileAt(join(mt940, name));
    expect(await recognisedAs(file)).toEqual(['mt940']);
    expect(dumpOf(name).get('transactions')).toEqual([]);
    expect(await problemOf(readMt940(file, {}))).toMatchObject({ code: 'no_rows' });
    outcomes.refused('MT940');
  });

  it('ten lines with a number each are no MT940', async () => {
    outcomes.tried('MT940');
    const file = await fileAt(join(mt940, noMt940));
    expect(await recognisedAs(file)).toEqual([]);
    expect(await problemOf(readMt940(file, {}))).toMatchObject({ code: 'no_rows' });
    outcomes.refused('MT940');
  });

  it('a month of a bank in blocks, which has no dump: 31 days that follow each other and tie', async () => {
    outcomes.tried('MT940');
    const path = join(mt940, 'ASNB/0708271685_09022020_164516.940.txt');
    const file = await fileAt(path);
    expect(await recognisedAs(file)).toEqual(['mt940']);
    const statements = await readMt940(file, {});
    expect(statements).toHaveLength(31);
    expect(statementProblems(statements)).toEqual([]);
    const text = readFileSync(path, 'utf8');
    const lines = statements.flatMap((one) => one.transactions);
    expect(lines).toHaveLength(text.match(/^:61:/gm)?.length ?? 0);
    expect(balance(statements[0]?.opening)).toBe('2020-01-01 444.29 EUR');
    expect(balance(statements[30]?.closing)).toBe('2020-01-31 501.23 EUR');
    for (const [i, one] of statements.slice(1).entries())
      expect(one.opening?.amount).toBe(statements[i]?.closing?.amount);
    expect(lines[0]).toMatchObject({
      amount: '-65.00',
      counterparty: 'hr gjlm paulissen',
      counterpartyAccount: 'NL47INGB9999999999',
      remittance: 'NL47INGB9999999999 hr gjlm paulissen\nBetaling sieraden',
    });
    expectOwnIds(statements);
    outcomes.right('MT940');
  });
});

describe.skipIf(folder === '')('BAI2', () => {
  const bai2 = join(folder, 'bai2_moj');
  const files = folder === '' ? [] : filesOf(bai2, /\.bai2$/);

  it.each(files)(
    'the trailers of %s hold, and its figures are those of its lines',
    async (name) => {
      outcomes.tried('BAI2');
      const file = await fileAt(join(bai2, name));
      expect(await recognisedAs(file)).toEqual(['bai2']);
      const statements = await readBai2(file, {});
      expect(statements.flatMap((one) => one.controls)).toEqual([]);
      expect(
        statements.map((one) => [
          one.account,
          one.currency,
          balance(one.opening),
          balance(one.closing),
          ...one.transactions.map(
            (line) => `${line.bookingDate} ${line.amount} ${line.bankReference}`,
          ),
        ]),
      ).toEqual(bai2Files[name]);
      expectOwnIds(statements);
      outcomes.right('BAI2');
    },
  );
});

describe.skipIf(folder === '')('OFX and QFX', () => {
  const ofx = join(folder, 'ofx_ofxparse');
  const files = folder === '' ? [] : filesOf(ofx, /\.ofx$/);

  it.each(files)('%s is read as what it says, or refused for what it lacks', async (name) => {
    outcomes.tried('OFX');
    const file = await fileAt(join(ofx, name));
    expect(await recognisedAs(file)).toEqual(['ofx']);
    const expected = ofxFiles[basename(name)];
    if (expected && 'code' in expected) {
      expect(await problemOf(readOfx(file, {}))).toMatchObject(expected);
      outcomes.refused('OFX');
      return;
    }
    const statements = await readOfx(file, {});
    expect(
      statements.map((one) => ({
        account: one.account,
        currency: one.currency,
        closing: balance(one.closing),
        leftOut: one.leftOutCount,
        lines: one.transactions.map((line) =>
          [
            line.bookingDate,
            line.amount,
            line.currency,
            line.bankReference,
            line.reference,
            line.counterparty,
            line.remittance,
          ].join('|'),
        ),
      })),
    ).toEqual(expected);
    expectOwnIds(statements);
    outcomes.right('OFX');
  });

  it('a line with an amount or a date that is none keeps it as it stands, for its row to be rejected', async () => {
    const [statement] = await readOfx(await fileAt(join(ofx, 'fail_nice/decimal_error.ofx')), {});
    expect(statement?.transactions[0]).toMatchObject({
      amount: '$120',
      bookingDate: '201120000000',
    });
    const [dates] = await readOfx(await fileAt(join(ofx, 'fail_nice/date_missing.ofx')), {});
    expect(dates?.transactions.map((line) => line.bookingDate)).toEqual(['', '', '20120231']);
    const sum = dates?.transactions.reduce((total, line) => total.plus(line.amount), exact('0'));
    expect(sum?.toFixed()).toBe('320');
  });
});
