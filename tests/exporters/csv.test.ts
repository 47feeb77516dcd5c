import { describe, expect, it } from 'vitest';
import type { ExportJob } from '../../src/exporters/job';
import { fileName } from '../../src/exporters/job';
import { exportFormats } from '../../src/exporters/registry';
import { job } from './job';

const csv = exportFormats.find((format) => format.id === 'csv');

async function textOf(changed: Partial<ExportJob> = {}): Promise<string> {
  const written = await csv?.write({ ...job, ...changed });
  if (!written?.ok) throw new Error('the CSV was not written');
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(written.value);
}

describe('a CSV export', () => {
  it('has a byte order mark, worded headers and codes, plain decimals and ISO dates', async () => {
    expect((await textOf()).split('\r\n').slice(0, 3)).toEqual([
      '\ufeffNumber,Customer name,Kind,Bucket,Due date,Days past due,Currency,Open amount',
      `000123,"'=1+1 ""quoted"", Žluťoučký <b>&amp;",Invoice,31–60 days,2026-09-15,46,EUR,1234.50`,
      '2520018000000073044,(not given),Receipt,31–60 days,,-3,JPY,-500',
    ]);
  });

  it('has the columns that are seen, in the order in which they are seen', async () => {
    const lines = (await textOf({ shown: ['open_amount', 'number', 'gone'] })).split('\r\n');
    expect(lines.slice(0, 2)).toEqual(['\ufeffOpen amount,Number', '1234.50,000123']);
  });

  it('guards text that a spreadsheet would run, and never amounts, dates or counts', async () => {
    const lines = (await textOf()).split('\r\n');
    expect(lines[3]).toBe("'@SUM,'-5,Fee,31–60 days,1900-03-01,,KWD,98765432109876.125");
    expect(lines[2]).toMatch(/,-3,JPY,-500$/);
  });

  it('for programs has column ids and codes as they are', async () => {
    const lines = (await textOf({ headers: 'ids' })).split('\r\n');
    expect(lines[0]).toBe(
      '\ufeffnumber,customer_name,kind,bucket,due_date,days_past_due,currency,open_amount',
    );
    expect(lines[2]).toBe('2520018000000073044,-,payment,b2,,-3,JPY,-500');
  });

  it('speaks the language that it is asked in', async () => {
    expect(await textOf({ locale: 'cs' })).toContain(',Úhrada,31–60 dní,');
  });

  it('of many rows keeps them all, in order', async () => {
    const [first] = job.result.rows;
    const rows = Array.from({ length: 45_001 }, (_, i) => ({ ...first, number: `n${i}` }));
    const lines = (await textOf({ result: { ...job.result, rows } })).trimEnd().split('\r\n');
    expect(lines).toHaveLength(45_002);
    expect(lines[45_001]).toMatch(/^n45000,/);
  });
});

it('a file is named by its report and day', () => {
  expect(fileName(job, 'csv')).toBe('open-items_2026-10-31.csv');
});
