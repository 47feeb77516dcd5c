import { describe, expect, it } from 'vitest';
import { ImportFailure } from '../../../domain/import/problem';
import { gridsOf } from '../grids';
import { statementProblems } from '../problems';
import type { BankStatement } from '../statement';
import { mt940Format, readMt940 } from './format';

const read = (...parts: BlobPart[]): Promise<readonly BankStatement[]> =>
  readMt940({ name: 'a.sta', blob: new Blob(parts) }, {});

const header = ':20:REF\n:25:12345678/90\n:28C:7/1\n:60F:C261229EUR100,00\n';

const lineOf = async (line: string): Promise<BankStatement['transactions'][number] | undefined> =>
  (await read(`${header}${line}\n:62F:C261231EUR100,00\n-`))[0]?.transactions[0];

describe('MT940', () => {
  it('RC takes a credit back and RD a debit; a funds code is no part of the mark', async () => {
    const amounts = ['C5,', 'D5,', 'RC5,', 'RD5,', 'CR5,', 'DR5,', 'RCR5,', 'RDR5,'].map(
      async (mark) => (await lineOf(`:61:261230${mark}NTRFNONREF`))?.amount,
    );
    expect(await Promise.all(amounts)).toEqual(['5', '-5', '-5', '5', '5', '-5', '-5', '5']);
  });

  it('an entry date is in the year that is nearest to the value date', async () => {
    expect(await lineOf(':61:2612310102C1,NTRFX')).toMatchObject({
      valueDate: '2026-12-31',
      bookingDate: '2027-01-02',
    });
    expect(await lineOf(':61:2701021231C1,NTRFX')).toMatchObject({ bookingDate: '2026-12-31' });
    expect(await lineOf(':61:270230C1,NTRFX')).toMatchObject({ valueDate: '2027-02-28' });
  });

  it('keys of SEPA are taken apart over the ends of subfields', async () => {
    const line = await lineOf(
      ':61:261230C1,NTRFNONREF//B-1\n:86:166?00GUTSCHRIFT?20EREF+E-2-E?21 77 SVWZ+Invoice 2026-1?2200?30COBADEFF?31DE89370400440532013000?32Jana Nov?33akova',
    );
    expect(line).toMatchObject({
      reference: 'E-2-E 77',
      bankReference: 'B-1',
      remittance: 'Invoice 2026-100',
      counterparty: 'Jana Novakova',
      counterpartyAccount: 'DE89370400440532013000',
    });
  });

  it('pages of a statement are one, and the chain of its balances ties', async () => {
    const statements = await read(
      header,
      ':61:261230C10,NTRFA\n:62M:C261230EUR110,00\n-\n',
      ':20:REF\n:25:12345678/90\n:28C:7/2\n:60M:C261230EUR110,00\n:61:261231D30,NTRFB\n:62F:C261231EUR80,00\n-',
    );
    expect(statements).toMatchObject([
      { opening: { amount: '100.00' }, closing: { amount: '80.00' } },
    ]);
    expect(statementProblems(statements)).toEqual([]);
  });

  it('fields in the blocks of a transmission, broken tags and times of day are read right', async () => {
    const [statement] = await read(
      '{1:F01BANKDEFF}{2:O940}{4:\r\n',
      header.replaceAll('\n', '\r\n'),
      ':61:261230C1,NTRFA\r\n:\r\n86:at\r\n:12:30 o’clock\r\n:62F:C261230EUR101,00\r\n-}{5:}',
    );
    expect(statement?.transactions[0]?.remittance).toBe('at\n:12:30 o’clock');
  });

  it('letters of DOS Latin 2 are told from those of Windows', async () => {
    const dos = Uint8Array.of(0xa0, 0x74, 0x75, 0x74, 0x61, 0x6c, 0xa0, 0x73);
    const windows = Uint8Array.of(0x8a, 0x6b, 0x6f, 0x64, 0x61, 0x20, 0xe8, 0x65, 0xf8, 0x65);
    const textOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> =>
      (await read(header, ':61:261230C1,NTRFA\n:86:', bytes))[0]?.transactions[0]?.remittance;
    expect(await textOf(dos)).toBe('átutalás');
    expect(await textOf(windows)).toBe('Škoda čeře');
  });

  it('a line or a balance that is none is damage, with its line', async () => {
    const problem = await read(`${header}:61:26123C1,NTRFA`).catch((error: unknown) => error);
    expect(problem instanceof ImportFailure && problem.problem).toEqual({
      code: 'damaged_file',
      file: 'a.sta',
      line: 5,
      values: { place: 'line 5', detail: ':61:26123C1,NTRFA' },
    });
    await expect(read(header, ':62F:garbage')).rejects.toBeInstanceOf(ImportFailure);
  });

  it('a statement that the bank does not number has the same lines in an overlapping export', async () => {
    const days = [':61:261229C1,NTRFA', ':61:261230C2,NTRFB', ':61:261231C3,NTRFC'];
    const idsOf = async (
      opening: string,
      lines: readonly string[],
    ): Promise<readonly unknown[]> => {
      const [, grid] = gridsOf(
        await read(`:20:X\n:25:1\n:28C:0\n:60F:${opening}\n${lines.join('\n')}`),
      );
      return grid?.rows.slice(1).map((row) => row[0]) ?? [];
    };
    const all = await idsOf('C261228EUR0,', days);
    expect(await idsOf('C261229EUR1,', days.slice(1))).toEqual(all.slice(1));
  });

  it('is told by its fields, not by a name, and neither XML nor JSON is taken for it', () => {
    const matches = (text: string): boolean =>
      mt940Format.matches(new TextEncoder().encode(text), '');
    expect(matches('ABNANL2A\n940\n:20:X\n:25:1')).toBe(true);
    expect(matches('{1:F01X}{4:\n:20:X')).toBe(true);
    expect(matches('{"a":"\n:20:X"}')).toBe(false);
    expect(matches('<a>\n:20:X</a>')).toBe(false);
    expect(matches('date;time\n2026-01-01;:20:')).toBe(false);
  });
});
