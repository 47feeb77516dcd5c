import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import XLSX from '@e965/xlsx';

const folder = join(tmpdir(), 'saldo-bench-import');

/** Numbers by Park and Miller's minimal generator, the same in every run. */
function* randoms(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (state * 48_271) % 2_147_483_647;
    yield state;
  }
}

const two = (number: number): string => String(number).padStart(2, '0');

/** A row of an export as one finds them: day first, decimal commas, one row in a thousand with a date that is none. */
function invoiceLine(i: number, random: Iterator<number, never>): string {
  const next = (limit: number): number => random.next().value % limit;
  const day = `${two(1 + next(28))}.${two(1 + next(12))}.${2023 + next(3)}`;
  const issued = i % 1000 === 999 ? '31.02.2025' : day;
  const due = `${two(1 + next(28))}.${two(1 + next(12))}.2026`;
  const amount = `${1 + next(9000)},${two(next(100))}`;
  return `F${String(i).padStart(9, '0')};C${String(next(50_000)).padStart(5, '0')};${issued};${due};CZK;${amount}\n`;
}

/** 5 million rows, some 290 MB, as CSV with semicolons. @returns its path */
export async function largeCsv(rows = 5_000_000): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `invoices-${rows}.csv`);
  if (existsSync(path) && statSync(path).size > rows * 40) return path;
  const out = createWriteStream(path);
  out.write('Invoice number;Customer;Invoice date;Due date;Currency;Amount\n');
  const random = randoms(7);
  let text = '';
  for (let i = 0; i < rows; i += 1) {
    text += invoiceLine(i, random);
    if (text.length > 1_000_000) {
      if (!out.write(text)) await once(out, 'drain');
      text = '';
    }
  }
  out.end(text);
  await once(out, 'finish');
  return path;
}

/** A workbook of 100,000 rows of twelve columns. @returns its path */
export function largeWorkbook(rows = 100_000): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `invoices-${rows}.xlsx`);
  if (existsSync(path)) return path;
  const random = randoms(11);
  const next = (limit: number): number => random.next().value % limit;
  const header = [
    'Invoice number',
    'Customer',
    'Customer name',
    'Invoice date',
    'Due date',
    'Currency',
    'Amount',
    'Reference',
    'Description',
    'Department',
    'Project',
    'Service',
  ];
  const body = Array.from({ length: rows }, (_, i) => [
    `F${String(i).padStart(7, '0')}`,
    `C${String(next(5000)).padStart(5, '0')}`,
    `Customer ${next(5000)}`,
    new Date(Date.UTC(2025, next(12), 1 + next(28))),
    new Date(Date.UTC(2026, next(12), 1 + next(28))),
    'EUR',
    (1 + next(1_000_000)) / 100,
    `PO-${next(90_000)}`,
    `Delivery ${next(400)}`,
    `D${next(12)}`,
    `P${next(70)}`,
    `S${next(9)}`,
  ]);
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([header, ...body]), 'Invoices');
  writeFileSync(
    path,
    XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer,
  );
  return path;
}

const camtEntry = (file: number, i: number): string => `
<Ntry><Amt Ccy="EUR">${1 + ((i * 37 + file) % 900)}.${two(i % 100)}</Amt><CdtDbtInd>${i % 3 === 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd><Sts>BOOK</Sts>
<BookgDt><Dt>2026-${two(1 + (file % 12))}-${two(1 + (i % 28))}</Dt></BookgDt><ValDt><Dt>2026-${two(1 + (file % 12))}-${two(1 + (i % 28))}</Dt></ValDt>
<AcctSvcrRef>R${file}-${i}</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>E${file}-${i}</EndToEndId></Refs>
<RltdPties><Dbtr><Nm>Debtor ${i % 500}</Nm></Dbtr></RltdPties><RmtInf><Ustrd>Invoice F${i}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;

/** Fifty CAMT.053 files of a thousand entries. @returns their paths */
export function camtFiles(files = 50, entries = 1000): readonly string[] {
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: files }, (_, file) => {
    const path = join(folder, `statement-${two(file)}.xml`);
    if (!existsSync(path)) {
      const lines = Array.from({ length: entries }, (_unused, i) => camtEntry(file, i)).join('');
      writeFileSync(
        path,
        `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>M${file}</MsgId></GrpHdr>
<Stmt><Id>S${file}</Id><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy></Acct>${lines}</Stmt></BkToCstmrStmt></Document>`,
      );
    }
    return path;
  });
}
