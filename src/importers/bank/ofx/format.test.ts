import { describe, expect, it } from 'vitest';
import { ImportFailure } from '../../../domain/import/problem';
import { gridsOf } from '../grids';
import type { BankStatement } from '../statement';
import { ofxFormat, readOfx } from './format';

const read = (...parts: BlobPart[]): Promise<readonly BankStatement[]> =>
  readOfx({ name: 'a.ofx', blob: new Blob(parts) }, {});

const problemOf = async (...parts: BlobPart[]): Promise<unknown> => {
  const end = await read(...parts).catch((error: unknown) => error);
  return end instanceof ImportFailure ? end.problem : end;
};

const sgml = (...lines: readonly string[]): string =>
  `OFXHEADER:100\nCHARSET:1252\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR
<BANKACCTFROM><BANKID>1<ACCTID>77</BANKACCTFROM><BANKTRANLIST><DTSTART>20261001<DTEND>20261031
${lines.join('\n')}</BANKTRANLIST><LEDGERBAL><BALAMT>10.00<DTASOF>20261031</LEDGERBAL>
</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;

const line = (
  amount: string,
  rest = '<FITID>F1<NAME>Ann &amp; Bob<MEMO>for &#8364; 5 <b',
): string =>
  `<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261030235959.000[-5:EST]<TRNAMT>${amount}${rest}</STMTTRN>`;

describe('OFX', () => {
  it('says the same in SGML and in XML', async () => {
    const expected = {
      account: '77',
      currency: 'EUR',
      closing: { amount: '10.00', date: '2026-10-31' },
      transactions: [
        { amount: '-6.60', bookingDate: '2026-10-30', counterparty: 'Ann & Bob', entryId: 'F1' },
      ],
    };
    expect(await read(sgml(line('-6.60')))).toMatchObject([expected]);
    const xml = `<?xml version="1.0"?><?OFX OFXHEADER="200"?><OFX><STMTRS><CURDEF>EUR</CURDEF>
      <BANKACCTFROM><ACCTID>77</ACCTID></BANKACCTFROM><BANKTRANLIST><STMTTRN>
      <DTPOSTED>20261030</DTPOSTED><TRNAMT>-6.60</TRNAMT><FITID>F1</FITID>
      <NAME><![CDATA[Ann & Bob]]></NAME></STMTTRN></BANKTRANLIST>
      <LEDGERBAL><BALAMT>10.00</BALAMT><DTASOF>20261031</DTASOF></LEDGERBAL></STMTRS></OFX>`;
    expect(await read(xml)).toMatchObject([expected]);
  });

  it('a decimal comma is told over all amounts; what may be either is damage, with its line', async () => {
    const amounts = async (...texts: readonly string[]): Promise<readonly string[]> => {
      const text = sgml(...texts.map((one) => line(one))).replace('10.00', '10');
      return (await read(text))[0]?.transactions.map((one) => one.amount) ?? [];
    };
    expect(await amounts('-6,60', '1.234')).toEqual(['-6.60', '1234']);
    expect(await amounts('1,234.50', '1,234')).toEqual(['1234.50', '1234']);
    await expect(amounts('1,234')).rejects.toMatchObject({
      problem: { code: 'damaged_file', line: expect.any(Number) },
    });
    expect(await amounts('+0012.5000')).toEqual(['12.50']);
  });

  it('a statement without any minus has what left by its type, and says so', async () => {
    const debit = (amount: string): string => line(amount).replace('CREDIT', 'DEBIT');
    const [turned] = await read(sgml(debit('+6.60'), line('9')));
    expect(turned?.transactions.map(({ amount }) => amount)).toEqual(['-6.60', '9']);
    expect(turned?.turnedCount).toBe(1);
    const [signed] = await read(sgml(debit('6.60'), debit('-9')));
    expect(signed?.transactions.map(({ amount }) => amount)).toEqual(['6.60', '-9']);
    expect(signed?.turnedCount).toBe(0);
    const [told] = gridsOf(await read(sgml(debit('6.60'))));
    expect(told?.notes).toContainEqual({
      code: 'debits_turned',
      values: { account: '77', count: 1 },
    });
  });

  it('ids that a bank counts anew in each file do not meet those of another day', async () => {
    const idOf = async (text: string): Promise<unknown> =>
      gridsOf(await read(text))[1]?.rows[1]?.[0];
    const october = await idOf(sgml(line('5', '<FITID>1')));
    expect(await idOf(sgml(line('5', '<FITID>1<MEMO>told later')))).toBe(october);
    expect(await idOf(sgml(line('5', '<FITID>1').replace('20261030', '20261130')))).not.toBe(
      october,
    );
  });

  it('is read in the code page of its header where it is not UTF-8', async () => {
    const [before = '', after = ''] = sgml(line('5', '<MEMO>|')).split('|');
    const memo = async (charset: string, byte: number): Promise<unknown> =>
      (await read(before.replace('1252', charset), Uint8Array.of(byte), after))[0]?.transactions[0]
        ?.remittance;
    expect(await memo('1252', 0xf1)).toBe('ñ');
    expect(await memo('1250', 0xf8)).toBe('ř');
  });

  it('a file that ends early, holds a DOCTYPE, or only the answer of a bank is refused', async () => {
    expect(await problemOf(sgml(line('5')).slice(0, -10))).toMatchObject({
      code: 'damaged_file',
      values: { detail: 'no </OFX>' },
    });
    const whole = sgml(line('5'));
    for (let length = 1; length < whole.length; length += 1)
      expect(await problemOf(whole.slice(0, length))).toMatchObject({ code: 'damaged_file' });
    expect(await problemOf('<!DOCTYPE OFX [<!ENTITY a "b">]><OFX></OFX>')).toMatchObject({
      code: 'unsafe_file',
    });
    expect(await problemOf('<OFX></OFX>')).toMatchObject({ code: 'no_rows' });
    const status = '<STATUS><CODE>2000<SEVERITY>ERROR<MESSAGE>General error</STATUS>';
    expect(await problemOf(`<OFX>${status}</OFX>`)).toMatchObject({
      code: 'damaged_file',
      values: { detail: '2000 General error' },
    });
  });

  it('is told by its header or its root', () => {
    const matches = (text: string): boolean =>
      ofxFormat.matches(new TextEncoder().encode(text), '');
    expect(matches('\n\nOFXHEADER:100\n')).toBe(true);
    expect(matches('<?xml version="1.0"?>\n<?OFX OFXHEADER="200"?>')).toBe(true);
    expect(matches('  <ofx>')).toBe(true);
    expect(matches('<html><OFX>')).toBe(false);
  });
});
