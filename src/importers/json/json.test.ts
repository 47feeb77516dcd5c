import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ImportFailure } from '../../domain/import/problem';
import { jsonFormat } from './format';
import { type ExactValue, parseExact } from './parse';

const runs = Number(process.env['SALDO_FUZZ_RUNS'] ?? 10_000);

async function read(text: string | Uint8Array<ArrayBuffer>) {
  const parts = await jsonFormat.read({ name: 'f.json', blob: new Blob([text]) }, {});
  return parts.flatMap((part) => ('rows' in part ? [part] : []));
}

async function refusal(text: string | Uint8Array<ArrayBuffer>) {
  try {
    await read(text);
  } catch (error) {
    if (error instanceof ImportFailure) return error.problem;
    throw error;
  }
  throw new Error('it was read');
}

function plain(value: ExactValue): unknown {
  switch (value.kind) {
    case 'null':
      return null;
    case 'boolean':
      return value.text === 'true';
    case 'number':
      return Number(value.text);
    case 'text':
      return value.text;
    case 'list':
      return value.items.map(plain);
    case 'object':
      return Object.fromEntries([...value.entries].map(([key, one]) => [key, plain(one)]));
  }
}

describe('JSON', () => {
  it('as a list of objects is a table of every name that occurs', async () => {
    expect(await read('[{"a": 1, "b": {"c": "x"}}, {"d": [1, 2], "a": null}]')).toEqual([
      {
        name: '',
        dataset: undefined,
        rows: [
          ['a', 'b.c', 'd'],
          ['1', 'x', ''],
          ['', '', '[1, 2]'],
        ],
      },
    ]);
  });

  it('keeps every digit of a number, and writes an exponent out', async () => {
    const [table] = await read(
      '[{"id": 2520018000000073044, "amount": 1430.0, "rate": 1e-7, "far": 1.5E2, "beyond": 1e400}]',
    );
    expect(table?.rows[1]).toEqual(['2520018000000073044', '1430.0', '0.0000001', '150', '1e400']);
  });

  it('as an object a line is one table', async () => {
    const [table] = await read('{"a": 1}\n{"a": 2}\n');
    expect(table?.rows).toEqual([['a'], ['1'], ['2']]);
  });

  it('as lists in a list is a table as it stands', async () => {
    const [table] = await read('[["no", "amount"], ["F-1", "1.5"]]');
    expect(table?.rows).toEqual([
      ['no', 'amount'],
      ['F-1', '1.5'],
    ]);
  });

  it('that holds several lists is as many tables, each with its way as a name', async () => {
    const tables = await read(
      '{"data": {"invoices": [{"a": 1}], "payments": [{"b": 2}]}, "page": 1}',
    );
    expect(tables.map(({ name }) => name)).toEqual(['data.invoices', 'data.payments']);
  });

  it('with objects in its rows has these as a table besides, each behind the number of its row', async () => {
    const tables = await read(
      '{"invoices": [{"id": 7, "invoice_number": "L1", "lines": [{"qty": 1, "invoice_number": 2}, {"qty": 3, "sku": "x"}]}, {"id": 8, "invoice_number": "L2", "lines": []}]}',
    );
    expect(tables.map(({ name, rows }) => ({ name, rows }))).toEqual([
      {
        name: 'invoices',
        rows: [
          ['id', 'invoice_number', 'lines'],
          ['7', 'L1', '[{qty: 1, invoice_number: 2}, {qty: 3, sku: x}]'],
          ['8', 'L2', '[]'],
        ],
      },
      {
        name: 'invoices.lines',
        rows: [
          ['invoice_number', 'qty', 'lines.invoice_number', 'sku'],
          ['L1', '1', '2', ''],
          ['L1', '3', '', 'x'],
        ],
      },
    ]);
  });

  it.each([
    ['a number twice', '[{"id": 1, "lines": [{"a": 1}]}, {"id": 1, "lines": [{"a": 2}]}]'],
    ['no number', '[{"name": "x", "lines": [{"a": 1}]}]'],
    ['lists of more than objects', '[{"id": 1, "lines": [{"a": 1}, 2]}]'],
  ])('with %s keeps what is in its rows as text', async (_, text) => {
    expect((await read(text)).map(({ name }) => name)).toEqual(['']);
  });

  it('in UTF-16 with a byte order mark is read', async () => {
    const text = Buffer.from('\uFEFF[{"a": "ž"}]', 'utf16le');
    const [table] = await read(new Uint8Array(text));
    expect(table?.rows).toEqual([['a'], ['ž']]);
  });

  it.each([
    ['[1, 2]', 'no_rows'],
    ['[]', 'no_rows'],
    ['[{"a": 1]', 'damaged_file'],
    ['[{"a": 1}', 'damaged_file'],
    ['[{"a": 1,}]', 'damaged_file'],
    ['[{"a": 01}]', 'damaged_file'],
    ['[{"a": NaN}]', 'damaged_file'],
    ['[{"a": "x]', 'damaged_file'],
    ['[{"a": 1, "a": 2}]', 'damaged_file'],
    ["[{'a': 1}]", 'damaged_file'],
  ])('%s is refused as %s', async (text, code) => {
    expect(await refusal(text)).toMatchObject({ code });
  });

  it('that is damaged says in which line', async () => {
    expect(await refusal('[\n{"a": 1},\n{"a": }]')).toMatchObject({
      line: 3,
      values: { detail: 'no value' },
    });
  });

  it('of bytes that are no UTF-8 is refused', async () => {
    const bytes = new Uint8Array([0x5b, 0x22, 0xff, 0xfe, 0x22, 0x5d]);
    expect(await refusal(bytes)).toMatchObject({ code: 'wrong_encoding' });
  });

  it('of a hundred thousand lists in each other is refused at the limit that it names', async () => {
    expect(await refusal('['.repeat(100_000))).toMatchObject({
      code: 'limit_exceeded',
      values: { name: 'depthMax' },
    });
  });

  it('is read as the standard reads it', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        const ours = parseExact(text, 100);
        expect(ours.ok && ours.value.map(plain)).toEqual([JSON.parse(text)]);
      }),
      { numRuns: runs },
    );
  });

  it('with any characters turned over is read as the standard does, or refused where the standard refuses', () => {
    const standard = (text: string): boolean => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 3 }),
        fc.nat(),
        fc.constantFrom(...'[]{}",:\\0e- x'),
        (text, at, mark) => {
          const broken = `${text.slice(0, at % (text.length + 1))}${mark}${text.slice(at % (text.length + 1))}`;
          const ours = parseExact(broken, 100);
          // Ours also takes a value a line, and refuses a name that stands twice.
          if (standard(broken)) {
            if (!ours.ok) expect(ours.error.detail).toContain('stands twice');
          } else if (ours.ok) expect(ours.value.length).not.toBe(1);
        },
      ),
      { numRuns: runs },
    );
  });
});
