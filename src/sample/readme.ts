import { type Cents, centsText, total } from './cents';
import { bankCurrency, controlAccounts } from './chart';
import { balanceOf, centsOf, documentSums, monthEnds, openSums, rowsOf } from './control-totals';
import type { SampleLedger } from './miralba';
import { firstDay, isoDate, lastDay, monthClose, monthCount } from './period';

/** A Markdown table; columns from the second on are figures. */
function markdown(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = header.map((_, i) => (i === 0 ? '---' : '---:'));
  return [line(header), line(rule), ...rows.map(line)].join('\n');
}

/** Digits in groups of three, for reading. */
function grouped(value: Cents): string {
  return centsText(value).replace(/\B(?=(\d{3})+(?=\.))/g, ',');
}

function tablesSection(ledger: SampleLedger): string {
  return markdown(
    ['table', 'rows'],
    ledger.tables.map((table) => [`\`${table.name}.csv\``, String(table.rows.length)]),
  );
}

function documentsSection(ledger: SampleLedger): string {
  const sums = [...documentSums(ledger)].sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = sums.map(([key, sum]) => {
    const [kind = '', currency = ''] = key.split(' ');
    return [`${kind} · ${currency}`, String(sum.count), grouped(sum.amount), grouped(sum.base)];
  });
  const base = total(sums.map(([, sum]) => sum.base));
  return markdown(
    ['kind · currency', 'documents', 'Σ amount', 'Σ base amount (EUR)'],
    [...rows, ['all', String(sums.reduce((n, [, s]) => n + s.count, 0)), '', grouped(base)]],
  );
}

function unpostedLine(ledger: SampleLedger): string {
  const count = (status: string) =>
    rowsOf(ledger, 'document').filter((row) => row['status'] === status).length;
  return `Beside them ${count('draft')} drafts and ${count('void')} voids, which are in no balance.`;
}

function openSection(ledger: SampleLedger): string {
  const rows = [3, 2, 1].flatMap((back) => {
    const at = monthClose(monthCount - back);
    const sums = [...openSums(ledger.movements, at)].sort(([a], [b]) => (a < b ? -1 : 1));
    const base = total(sums.map(([, sum]) => sum.base));
    const items = sums.reduce((count, [, sum]) => count + sum.count, 0);
    return [
      ...sums.map(([currency, sum]) => [
        `${isoDate(at)} · ${currency}`,
        String(sum.count),
        grouped(sum.amount),
        grouped(sum.base),
      ]),
      [`${isoDate(at)} · all`, String(items), '', grouped(base)],
    ];
  });
  return markdown(['month end · currency', 'open documents', 'Σ open', 'Σ open base (EUR)'], rows);
}

function tieSection(ledger: SampleLedger): string {
  const rows = monthEnds(ledger).map((end) => [
    end.date,
    grouped(end.documents),
    grouped(end.adjustments),
    grouped(end.control),
    grouped(end.documents + end.adjustments - end.control),
    grouped(end.planted),
  ]);
  return markdown(
    [
      'month end',
      'open documents',
      'adjustment items',
      'control accounts',
      'difference',
      'planted',
    ],
    rows,
  );
}

function ledgerSection(ledger: SampleLedger): string {
  const entries = rowsOf(ledger, 'gl_entry');
  const sum = (column: string) => grouped(total(entries.map((row) => centsOf(row, column))));
  const accounts = controlAccounts.map((account) => [
    `balance of control account ${account}`,
    grouped(balanceOf(ledger, [account], isoDate(lastDay))),
  ]);
  return markdown(
    ['general ledger', 'EUR'],
    [['debits', sum('debit')], ['credits', sum('credit')], ...accounts],
  );
}

function bankSection(ledger: SampleLedger): string {
  const closing = isoDate(lastDay);
  const rows = Object.entries(bankCurrency).map(([account, currency]) => {
    const statement = rowsOf(ledger, 'bank_statement').find(
      (row) => row['bank_account_id'] === account && row['closing_date'] === closing,
    );
    const bank = statement ? centsOf(statement, 'closing_balance') : 0n;
    const books = total(
      rowsOf(ledger, 'gl_entry')
        .filter((row) => row['account_id'] === account)
        .map((row) => centsOf(row, 'amount_currency')),
    );
    return [`${account} · ${currency}`, grouped(bank), grouped(books), grouped(bank - books)];
  });
  return markdown(['account · currency', 'bank', 'books', 'bank − books'], rows);
}

function mistakesSection(ledger: SampleLedger): string {
  const items = ledger.mistakes.map((mistake, i) => {
    const ids = mistake.ids.map((id) => `\`${id}\``).join(', ');
    const effects = [
      mistake.controlDifference === 0n
        ? 'no effect on the tie-out'
        : `open documents − control accounts: ${grouped(mistake.controlDifference)}`,
      ...(mistake.bankDifference === 0n
        ? []
        : [`bank − books: ${grouped(mistake.bankDifference)}`]),
    ].join('; ');
    const until = mistake.until === undefined ? '' : ` to ${isoDate(mistake.until)}`;
    return `${i + 1}. **${mistake.name}** (${ids}; ${grouped(mistake.amount)}; from ${isoDate(mistake.from)}${until}). ${mistake.story} Effect: ${effects}.`;
  });
  return items.join('\n');
}

/** The text of the sample's README: its control totals and its planted mistakes. */
export function readmeText(ledger: SampleLedger): string {
  return `# Servicios Miralba

An invented water, gas and telecom utility with residential, business, homeowners' and public customers:
three years of documents from ${isoDate(firstDay)} to ${isoDate(lastDay)}, base currency EUR, some businesses in USD
and CZK. No person and no company in it exists; rates and prices are invented.

This folder is written by \`npm run sample\` (seed \`${ledger.seed}\`); do not edit it. The files are canonical
tables as CSV: UTF-8, comma, ISO dates, plain decimals; columns that are empty in every row are left out.
\`index.json\` lists them with their sizes and SHA-256. Amounts are signed, plus is owed to the company.

## Rows

${tablesSection(ledger)}

## Posted documents

${documentsSection(ledger)}

${unpostedLine(ledger)}

## Open at the last three month ends

Documents only, before any adjustment item.

${openSection(ledger)}

## General ledger on ${isoDate(lastDay)}

${ledgerSection(ledger)}

Lines that post a document carry its \`document_id\`; a deduction or an exchange difference of an allocation carries
the \`document_id\` of the debit. A receipt that pays another customer's debt moves inside the control account on the
day it is applied.

## Bank on ${isoDate(lastDay)}

The \`bank_account_id\` is the id of its ledger account. Direct debits of one day are one bank line, with their
reference; everything else is a line of its own.

${bankSection(ledger)}

## Tie-out at each month end

In EUR. The difference is open documents + adjustment items − control accounts.

${tieSection(ledger)}

## Planted mistakes

${mistakesSection(ledger)}
`;
}
