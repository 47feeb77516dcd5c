import { describe, expect, it } from 'vitest';
import { gridsOf } from '../grids';
import { statementProblems } from '../problems';
import type { BankStatement } from '../statement';
import { readCamt } from './format';

const own = 'CZ6508000000192000145399';

const balance = (type: string, amount: string): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp><Amt Ccy="CZK">${amount}</Amt>
   <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-10-30</Dt></Dt></Bal>`;

const entry = (amount: string, indicator: string, rest = ''): string =>
  `<Ntry><Amt Ccy="CZK">${amount}</Amt><CdtDbtInd>${indicator}</CdtDbtInd><Sts>BOOK</Sts>
   <BookgDt><Dt>2026-10-30</Dt></BookgDt><ValDt><Dt>2026-10-31</Dt></ValDt>${rest}</Ntry>`;

const details = (...parts: readonly string[]): string =>
  `<NtryDtls>${parts.map((part) => `<TxDtls>${part}</TxDtls>`).join('')}</NtryDtls>`;

const message = (id: string, ...parts: readonly string[]): string =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr/>
   <Stmt><Id>${id}</Id><Acct><Id><IBAN>${own}</IBAN></Id><Ccy>CZK</Ccy></Acct>${parts.join('')}</Stmt>
   </BkToCstmrStmt></Document>`;

const read = (text: string): Promise<readonly BankStatement[]> =>
  readCamt({ name: 'a.xml', blob: new Blob([text]) }, {});

const party = (role: string, name: string, iban: string): string =>
  `<${role}><Pty><Nm>${name}</Nm></Pty></${role}><${role}Acct><Id><IBAN>${iban}</IBAN></Id></${role}Acct>`;

describe('CAMT', () => {
  it('a batch whose details add up to it is a transaction for each, with its own payer and reference', async () => {
    const detail = (n: number, amount: string): string =>
      `<Refs><EndToEndId>INV-${n}</EndToEndId></Refs><Amt Ccy="CZK">${amount}</Amt>
       <CdtDbtInd>CRDT</CdtDbtInd><RltdPties>${party('Dbtr', `Payer ${n}`, `CZ${n}`)}</RltdPties>`;
    const batch = entry('300.30', 'CRDT', details(detail(1, '100.10'), detail(2, '200.20')));
    const [statement] = await read(
      message('S1', balance('OPBD', '0'), balance('CLBD', '300.30'), batch),
    );
    expect(statement?.transactions).toMatchObject([
      { amount: '100.10', reference: 'INV-1', counterparty: 'Payer 1', counterpartyAccount: 'CZ1' },
      { amount: '200.20', reference: 'INV-2', counterparty: 'Payer 2', counterpartyAccount: 'CZ2' },
    ]);
    expect(statementProblems(statement ? [statement] : [])).toEqual([]);
  });

  it('a batch whose details do not add up stays one transaction and keeps what they say', async () => {
    const detail = (n: number): string =>
      `<Refs><EndToEndId>INV-${n}</EndToEndId></Refs><Amt Ccy="CZK">1</Amt>
       <RmtInf><Ustrd>invoice ${n}</Ustrd><Strd><RfrdDocInf><Nb>D${n}</Nb></RfrdDocInf></Strd></RmtInf>`;
    const [statement] = await read(
      message('S1', entry('5', 'CRDT', details(detail(1), detail(2)))),
    );
    expect(statement?.transactions).toMatchObject([
      { amount: '5', reference: 'INV-1; INV-2', remittance: 'invoice 1\nD1\ninvoice 2\nD2' },
    ]);
  });

  it('the sign is the indicator, also of a reversal, whose parties are those of what it reverses', async () => {
    const parties = `<RltdPties>${party('Dbtr', 'Us', own)}${party('Cdtr', 'Supplier', 'DE1')}</RltdPties>`;
    const [statement] = await read(
      message(
        'S1',
        entry('9', 'DBIT', details(parties)),
        entry('9', 'CRDT', `<RvslInd>true</RvslInd>${details(parties)}`),
      ),
    );
    expect(statement?.transactions).toMatchObject([
      { amount: '-9', counterparty: 'Supplier' },
      { amount: '9', counterparty: 'Supplier' },
    ]);
  });

  it('a reference that says there is none gives way to one that says something', async () => {
    const refs = '<Refs><EndToEndId>NOTPROVIDED</EndToEndId><InstrId>I-7</InstrId></Refs>';
    const only = '<Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>';
    const [statement] = await read(
      message('S1', entry('1', 'CRDT', details(refs)), entry('2', 'CRDT', details(only))),
    );
    expect(statement?.transactions.map((one) => one.reference)).toEqual(['I-7', 'NOTPROVIDED']);
  });

  it('the same entry has the same id in another statement, by the reference of the bank', async () => {
    const line = entry('10.00', 'CRDT', '<AcctSvcrRef>B-77</AcctSvcrRef>');
    const idsOf = async (text: string): Promise<readonly (string | undefined)[]> =>
      (gridsOf(await read(text))[1]?.rows.slice(1) ?? []).map((row) => row[0]);
    const first = await idsOf(message('S1', line, entry('3', 'DBIT')));
    const longer = await idsOf(message('S2', entry('8', 'DBIT'), line.replace('10.00', '10.0')));
    expect(longer[1]).toBe(first[0]);
    expect(await idsOf(message('S1', line, entry('3', 'DBIT')))).toEqual(first);
  });

  it('two equal lines of a statement are two, and without a reference those of two statements as well', async () => {
    const twice = message('S1', entry('5', 'CRDT'), entry('5', 'CRDT'));
    const [, grid] = gridsOf([...(await read(twice)), ...(await read(twice.replace('S1', 'S2')))]);
    const ids = grid?.rows.slice(1).map((row) => row[0]) ?? [];
    expect(new Set(ids).size).toBe(4);
    expect(ids[1]).toBe(`${ids[0]}/2`);
  });

  it('a message that was cut anywhere is damaged, and never half a statement', async () => {
    const whole = message('S1', balance('OPBD', '0'), entry('5', 'CRDT'));
    for (let length = 1; length < whole.length; length += 1)
      await expect(read(whole.slice(0, length))).rejects.toMatchObject({
        problem: { code: 'damaged_file' },
      });
  });

  it('a value that is none is damage, with its line', async () => {
    const problem = (text: string): Promise<unknown> =>
      read(text).catch((error: { problem?: unknown }) => error.problem);
    expect(await problem(message('S1', entry('1,00', 'CRDT')))).toMatchObject({
      code: 'damaged_file',
      line: 2,
      values: { detail: 'Amt 1,00' },
    });
    expect(await problem(message('S1', entry('1', 'PLUS')))).toMatchObject({
      code: 'damaged_file',
    });
    expect(
      await problem(message('S1', entry('1', 'CRDT').replace('2026-10-31', '2026-02-31'))),
    ).toMatchObject({ code: 'damaged_file', values: { detail: 'ValDt' } });
  });
});
