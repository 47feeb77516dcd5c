import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ImportFailure } from '../../domain/import/problem';
import type { ReadOptions, SourceFile } from '../source';
import { readBai2 } from './bai2/format';
import { readCamt } from './camt/format';
import { gridsOf } from './grids';
import { readMt940 } from './mt940/format';
import { readOfx } from './ofx/format';
import { statementProblems } from './problems';
import { readQif } from './qif/format';
import type { BankStatement } from './statement';

/** `SALDO_FUZZ_RUNS` files for each format; `SALDO_SEED` repeats a run. */
const numRuns = Number(process.env['SALDO_FUZZ_RUNS'] ?? 2_000);
const seed = Number(process.env['SALDO_SEED'] ?? 20261122);

type Read = (file: SourceFile, options: ReadOptions) => Promise<readonly BankStatement[]>;

interface Format {
  readonly read: Read;
  readonly sample: string;
  /** Pieces of its syntax, to be put where they do not belong. */
  readonly tokens: readonly string[];
}

const formats: Readonly<Record<string, Format>> = {
  camt: {
    read: readCamt,
    sample: `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id><IBAN>CZ1</IBAN></Id></Acct><Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="CZK">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-10-30</Dt></Dt></Bal><Ntry><Amt Ccy="CZK">3.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><DtTm>2026-10-30T01:02:03Z</DtTm></BookgDt><NtryDtls><TxDtls><Refs><EndToEndId>E1</EndToEndId></Refs><Amt Ccy="CZK">1.00</Amt><RltdPties><Dbtr><Nm>Ann</Nm></Dbtr></RltdPties><RmtInf><Ustrd>a &amp; b</Ustrd></RmtInf></TxDtls><TxDtls><Amt Ccy="CZK">2.00</Amt></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>`,
    tokens: [
      '<Ntry>',
      '</Ntry>',
      '<Stmt>',
      '</Stmt>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '&x;',
      '<Amt>',
      '"',
    ],
  },
  mt940: {
    read: readMt940,
    sample:
      '{1:F01X}{4:\r\n:20:R\r\n:25:1/2EUR\r\n:28C:1/1\r\n:60F:C261030EUR1,00\r\n:61:2610301031CR2,50NTRFA//B\r\nextra\r\n:86:166?00X?20EREF+1?21SVWZ+2?32N?31DE1\r\n:61:261030RD2,5NTRFNONREF\r\n:86:/EREF/1/BENM//NAME/N/\r\n:62M:C261031EUR1,00\r\n-}\r\n:20:R\r\n:25:1/2EUR\r\n:60M:C261031EUR1,00\r\n:NS:01x\r\n:62F:C261031EUR1,00\r\n-',
    tokens: [
      ':61:',
      ':86:',
      ':60F:',
      ':62F:',
      '\n-\n',
      '?20',
      '?',
      'EREF+',
      ':NS:',
      '{1:',
      '\n:\n',
      ',',
    ],
  },
  bai2: {
    read: readBai2,
    sample:
      '01,A,B,261030,1,1,,,2/\n02,B,A,1,261029,,USD,2/\n03,1,,010,1,,S,1,2,3/\n88,015,3,,/\n16,195,2,V,261030,,B,C,T/\n88,x\n16,495,1,D,1,1,1,B,C,T\n49,7,6/\n98,7,1,8/\n99,7,1,10/\n',
    tokens: [
      '\n16,',
      '\n88,',
      '\n03,',
      '\n49,',
      ',D,999999',
      ',S,',
      '/',
      '-',
      '\n99,0,0,0/',
      ',,,,,,',
    ],
  },
  ofx: {
    read: readOfx,
    sample:
      'OFXHEADER:100\nCHARSET:1252\n\n<OFX><STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>1</BANKACCTFROM><BANKTRANLIST><DTSTART>20261001<STMTTRN><DTPOSTED>20261030<TRNAMT>-1,50<FITID>1<NAME>a &amp; b<MEMO><![CDATA[x]]></STMTTRN></BANKTRANLIST><LEDGERBAL><BALAMT>1.00<DTASOF>20261030</LEDGERBAL></STMTRS></OFX>',
    tokens: [
      '<STMTTRN>',
      '</STMTTRN>',
      '<STMTRS>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '<',
      '>',
      '</OFX>',
      '&#x;',
    ],
  },
  qif: {
    read: async (file, options) => (await readQif(file, options)).statements,
    sample:
      "!Account\nNA\n^\n!Type:Bank\nD1/2/26\nT1.00\nPOpening Balance\nL[A]\n^\nD13/2'26\nT-1,234.56\nN1\nPx\nMy\n^\n!Type:Invst\nD1\n^\n",
    tokens: ['\n^\n', '\n!Type:Bank\n', '\n!Account\n', '\nD99/99/99\n', '\nT,.,\n', '!', "'"],
  },
};

/** Either statements, of which grids and problems can be made, or one typed problem: nothing else. */
async function endsWell(read: Read, ...parts: BlobPart[]): Promise<void> {
  try {
    const statements = await read({ name: 'fuzz', blob: new Blob(parts) }, {});
    expect(statements.length).toBeGreaterThan(0);
    const [, transactions] = gridsOf(statements);
    const count = statements.reduce((sum, one) => sum + one.transactions.length, 0);
    expect(transactions?.rows.length ?? 1).toBe(count + 1);
    expect(statementProblems(statements).length).toBeLessThanOrEqual(statements.length);
  } catch (error) {
    if (!(error instanceof ImportFailure)) throw error;
    expect(error.problem.file).toBe('fuzz');
  }
}

/** A file that was cut, changed in single bytes, shuffled in parts, and that has pieces too many. */
function damaged({ sample, tokens }: Format): fc.Arbitrary<Uint8Array<ArrayBuffer>> {
  const bytes = new TextEncoder().encode(sample);
  const at = fc.nat({ max: bytes.length });
  return fc
    .record({
      cut: fc.option(at),
      flips: fc.array(fc.tuple(at, fc.nat({ max: 255 })), { maxLength: 6 }),
      inserts: fc.array(fc.tuple(at, fc.constantFrom(...tokens), fc.nat({ max: 3 })), {
        maxLength: 4,
      }),
      moved: fc.option(fc.tuple(at, at, at)),
    })
    .map(({ cut, flips, inserts, moved }) => {
      let all = bytes.slice(0, cut ?? bytes.length);
      for (const [place, byte] of flips) if (place < all.length) all[place] = byte;
      if (moved) {
        const [from = 0, to = 0, into = 0] = moved;
        const part = all.slice(Math.min(from, to), Math.max(from, to));
        all = joined(all.slice(0, into), part, all.slice(into));
      }
      for (const [place, token, times] of inserts)
        all = joined(
          all.slice(0, place),
          new TextEncoder().encode(token.repeat(times + 1)),
          all.slice(place),
        );
      return all;
    });
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

describe.each(Object.entries(formats))('%s, whatever it is given', (_, format) => {
  const { read, sample, tokens } = format;

  it('reads its sample', async () => {
    const statements = await read({ name: 'sample', blob: new Blob([sample]) }, {});
    expect(statements.flatMap((one) => one.transactions).length).toBeGreaterThan(0);
  });

  it('ends in statements or in one typed problem', async () => {
    const any = fc.oneof(
      { weight: 8, arbitrary: damaged(format) },
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }).map((bytes) => joined(bytes)) },
      {
        weight: 1,
        arbitrary: fc
          .array(fc.constantFrom(...tokens, '\n', '0', 'A', ' '), { maxLength: 60 })
          .map((parts) => new TextEncoder().encode(parts.join(''))),
      },
    );
    await fc.assert(
      fc.asyncProperty(any, (bytes) => endsWell(read, bytes)),
      { numRuns, seed },
    );
  });

  it('ends so too where it is given too much of anything', async () => {
    const [before = '', after = ''] = [sample.slice(0, 400), sample.slice(400)];
    const large = 1_500_000;
    await endsWell(read, sample, 'x'.repeat(large));
    await endsWell(read, before, 'x'.repeat(large), after);
    await endsWell(read, before, '\n'.repeat(large), after);
    await endsWell(read, before, '9'.repeat(large), after);
    await endsWell(read, before, ','.repeat(large), after);
    await endsWell(read, '\0'.repeat(large));
    await endsWell(read, '<a>'.repeat(100_000), '</a>'.repeat(100_000));
    await endsWell(read, '<!DOCTYPE a [<!ENTITY b "c">]>', sample);
    await endsWell(read, sample.repeat(300));
    for (const token of tokens) {
      await endsWell(read, before, token.repeat(100_000), after);
      await endsWell(read, token.repeat(100_000));
    }
  });
});
