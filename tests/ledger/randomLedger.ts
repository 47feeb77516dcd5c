import fc from 'fast-check';
import type { ReferenceAllocation, ReferenceDocument } from '../../src/domain/ledger/reference';
import { exact } from '../../src/domain/money/decimal';
import { partsOf, readParts } from '../../src/domain/terms/parts';
import { dueOn, readSteps } from '../../src/domain/terms/steps';
import { addDays, type IsoDate } from '../../src/domain/time/calendar';

/** A debit whose due date is to be worked out: it says its terms, or leaves them to its customer. */
interface RandomDocument extends ReferenceDocument {
  readonly terms?: string;
  /** Its instalments are those that its terms make: no table says them. */
  readonly isDueByTerms?: true;
}

/** One debit in five is in dispute, drawn from its cents; what takes it back is not. */
export const isDisputed = ({ amount, reverses }: ReferenceDocument): boolean =>
  reverses === undefined && amount.isPositive() && amount.times(100).mod(5).isZero();

/** A small ledger with everything that can go on in one: the same facts for the reference and for the engine. */
export interface RandomLedger {
  readonly documents: readonly RandomDocument[];
  readonly allocations: readonly ReferenceAllocation[];
}

const firstDay = '2025-01-01' as IsoDate;
export const days = 240;
const day = (n: number): IsoDate => addDays(firstDay, n);
const cents = (n: number) => exact(String(n)).div(100);

/** Per mille: a booking rate, so that base amounts round. */
const rates: Readonly<Record<string, number>> = { EUR: 1000, USD: 917, CZK: 41 };

/** Terms as documents name them, and their steps; those of the first half stand in the table of payment terms. */
const terms: readonly (readonly [name: string, steps: string])[] = [
  ['T1', '+45d'],
  ['T2', '+1m, day 15'],
  ['T3', 'month end, +2m, next day 31'],
  ['T4', '+10d, next day 5'],
  ['Net 30', '+30d'],
  ['30 days EOM', 'month end, +30d'],
  ['1 mes', '+1m'],
  ['60 días fin de mes', '+60d, month end'],
];
const tabledTerms = terms.slice(0, 4);

/** Terms of several parts, as the table of payment terms has them: a share and the steps of each. */
const partTerms: Readonly<
  Record<string, readonly (readonly [kind: string, share: string, steps: string])[]>
> = {
  P1: [
    ['percent_of_total', '30', '+10d'],
    ['percent_of_total', '70', '+1m, day 15'],
  ],
  P2: [
    ['fixed', '400', '+0d'],
    ['percent_of_rest', '33.3333', '+30d'],
    ['percent_of_rest', '50', '+60d'],
    ['rest', '', '+60d, month end'],
  ],
};
const partRows = (name: string) =>
  (partTerms[name] ?? []).map(([shareKind, share, steps], i) => ({
    ...{ terms: name, line: i + 1, shareKind, share, steps },
  }));

/** The terms of each debtor, for documents that name none. The last has none, so that the document's date counts. */
const customerTerms = ['T2', '14 dní', 'as agreed', ''];
const stepsOfCustomer = ['+1m, day 15', '+14d', '+0d', '+0d'];

const debit = fc.record({
  terms: fc.constantFrom(
    ...[undefined, undefined, undefined, ''],
    ...terms.map(([name]) => name),
    ...Object.keys(partTerms),
  ),
  cents: fc.integer({ min: 1, max: 300_000 }),
  issued: fc.integer({ min: 0, max: days }),
  term: fc.integer({ min: -5, max: 90 }),
  postedLater: fc.integer({ min: 0, max: 5 }),
  customer: fc.integer({ min: 0, max: 3 }),
  currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'USD', 'CZK'),
  rateShift: fc.integer({ min: -30, max: 30 }),
  parts: fc.constantFrom(0, 0, 0, 2, 3),
  reversedAfter: fc.option(fc.integer({ min: 0, max: 60 }), { freq: 12, nil: undefined }),
});

const credit = fc.record({
  cents: fc.integer({ min: 1, max: 300_000 }),
  issued: fc.integer({ min: 0, max: days }),
  customer: fc.integer({ min: 0, max: 3 }),
  currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'USD', 'CZK'),
  rateShift: fc.integer({ min: -30, max: 30 }),
  isNote: fc.boolean(),
  reversedAfter: fc.option(fc.integer({ min: 0, max: 60 }), { freq: 6, nil: undefined }),
});

const link = fc.record({
  debit: fc.nat({ max: 50 }),
  credit: fc.nat({ max: 50 }),
  share: fc.integer({ min: 1, max: 130 }),
  discount: fc.constantFrom(0, 0, 0, 2, 5),
  writeOff: fc.constantFrom(0, 0, 0, 1),
  withholding: fc.constantFrom(0, 0, 0, 0, 15),
  charge: fc.constantFrom(0, 0, 0, 0, 1),
  creditWriteOff: fc.constantFrom(0, 0, 0, 0, 1),
  isCleared: fc.constantFrom(false, false, false, false, false, false, true),
  /** Per mille: of a credit in another currency, what one of the debit's currency is worth in it. */
  across: fc.constantFrom(0, 0, 0, 0, 0, 910, 1087),
  part: fc.constantFrom(undefined, undefined, 1, 2),
  delay: fc.integer({ min: 0, max: 40 }),
});

export const randomLedger: fc.Arbitrary<RandomLedger> = fc
  .record({
    debits: fc.array(debit, { minLength: 1, maxLength: 10 }),
    credits: fc.array(credit, { minLength: 0, maxLength: 8 }),
    links: fc.array(link, { minLength: 0, maxLength: 14 }),
  })
  .map(({ debits, credits, links }) => {
    const documents: RandomDocument[] = [];
    const book = (amount: ReturnType<typeof cents>, currency: string, shift: number) =>
      currency === 'EUR'
        ? amount
        : amount
            .times((rates[currency] ?? 1000) + shift)
            .div(1000)
            .toDecimalPlaces(2);

    debits.forEach((one, i) => {
      const amount = cents(one.cents);
      const issued = day(one.issued);
      const parts = one.cents >= one.parts * 2 ? one.parts : 0;
      const first = Math.floor(one.cents / Math.max(parts, 1));
      const ownParts = readParts(partRows(one.terms ?? ''));
      const said =
        one.terms === ''
          ? stepsOfCustomer[one.customer]
          : (terms.find(([name]) => name === one.terms)?.[1] ??
            partTerms[one.terms ?? '']?.at(-1)?.[2]);
      const isDueByTerms = ownParts !== undefined && parts === 0;
      const document: RandomDocument = {
        id: `D${i}`,
        customer: `K${one.customer}`,
        currency: one.currency,
        amount,
        base: book(amount, one.currency, one.rateShift),
        documentDate: issued,
        postingDate: addDays(issued, one.postedLater),
        dueDate:
          said === undefined ? addDays(issued, one.term) : dueOn(issued, readSteps(said) ?? []),
        ...(one.terms === undefined ? {} : { terms: one.terms }),
        ...(isDueByTerms ? { isDueByTerms } : {}),
        instalments: isDueByTerms
          ? partsOf(amount, issued, ownParts, 2)
          : Array.from({ length: parts }, (_, n) => ({
              no: n + 1,
              dueDate: addDays(issued, one.term + 30 * n),
              amount: cents(n === parts - 1 ? one.cents - first * (parts - 1) : first),
            })),
        reverses: undefined,
      };
      documents.push(document);
      if (one.reversedAfter !== undefined)
        documents.push(reversalOf(document, reversedOn(document, one.reversedAfter)));
    });
    credits.forEach((one, i) => {
      const amount = cents(-one.cents);
      const issued = day(one.issued);
      const document: ReferenceDocument = {
        id: `${one.isNote ? 'N' : 'P'}${i}`,
        customer: `K${one.customer}`,
        currency: one.currency,
        amount,
        base: book(amount, one.currency, one.rateShift),
        documentDate: issued,
        postingDate: issued,
        dueDate: issued,
        instalments: [],
        reverses: undefined,
      };
      documents.push(document);
      if (one.reversedAfter !== undefined)
        documents.push(reversalOf(document, reversedOn(document, one.reversedAfter)));
    });

    const originals = documents.filter((document) => document.reverses === undefined);
    const debitList = originals.filter((document) => document.amount.isPositive());
    const creditList = originals.filter((document) => document.amount.isNegative());
    const allocations: ReferenceAllocation[] = [];
    links.forEach((one, i) => {
      const to = debitList[one.debit % debitList.length];
      const isAcross = one.across > 0;
      const candidates = creditList.filter(
        (document) => (document.currency === to?.currency) !== isAcross,
      );
      const from = candidates[one.credit % Math.max(candidates.length, 1)];
      if (!to || !from) return;
      const whole = to.amount.lt(from.amount.abs()) ? to.amount : from.amount.abs();
      const amount = whole.times(one.share).div(100).toDecimalPlaces(2);
      const percent = (share: number) => amount.times(share).div(100).toDecimalPlaces(2);
      allocations.push({
        id: `A${String(i).padStart(2, '0')}`,
        credit: from.id,
        debit: to.id,
        instalmentNo: to.instalments.length > 0 ? one.part : undefined,
        amount,
        creditAmount: isAcross ? amount.times(one.across).div(1000).toDecimalPlaces(2) : amount,
        discount: percent(one.discount),
        withholding: percent(one.withholding),
        charge: percent(one.charge),
        writeOff: percent(one.writeOff),
        creditWriteOff: percent(one.creditWriteOff),
        fullyCleared: one.isCleared,
        effectiveDate: addDays(from.documentDate as IsoDate, one.delay),
      });
    });
    return { documents, allocations };
  });

const reversedOn = (document: ReferenceDocument, after: number): IsoDate =>
  addDays(document.postingDate as IsoDate, after);

/** The document that takes another one back on a day. */
export function reversalOf(
  { terms: _, isDueByTerms: __, ...document }: RandomDocument,
  date: string,
): RandomDocument {
  return {
    ...document,
    id: `R${document.id}`,
    amount: document.amount.neg(),
    base: document.base.neg(),
    documentDate: date,
    postingDate: date,
    dueDate: date,
    instalments: [],
    reverses: document.id,
  };
}

const kindOf = (document: ReferenceDocument): string => {
  const original = document.reverses ?? document.id;
  return original.startsWith('D')
    ? 'invoice'
    : original.startsWith('N')
      ? 'credit_note'
      : 'payment';
};

/** Ledgers side by side as canonical tables, each under a prefix of its own and as a segment of its own. */
export function toTables(
  ledgers: readonly { readonly name: string; readonly ledger: RandomLedger }[],
): Record<string, string> {
  const customer = ['customer_id,name,segment,terms'];
  const document = [
    'document_id,kind,customer_id,document_date,posting_date,due_date,terms,currency,amount,base_amount,reverses_document_id,disputed',
  ];
  const instalment = ['document_id,instalment_no,due_date,amount'];
  const allocation = [
    'allocation_id,credit_document_id,debit_document_id,instalment_no,amount,credit_amount,discount_amount,withholding_amount,charge_amount,write_off_amount,credit_write_off_amount,fully_cleared,effective_date',
  ];
  for (const { name, ledger } of ledgers) {
    for (let k = 0; k < 4; k += 1)
      customer.push(`${name}.K${k},Customer ${k},${name},${customerTerms[k]}`);
    for (const one of ledger.documents) {
      document.push(
        [
          `${name}.${one.id}`,
          kindOf(one),
          `${name}.${one.customer}`,
          one.documentDate,
          one.postingDate,
          one.terms === undefined ? one.dueDate : '',
          one.terms ?? '',
          one.currency,
          one.amount.toFixed(2),
          one.base.toFixed(2),
          one.reverses === undefined ? '' : `${name}.${one.reverses}`,
          isDisputed(one) ? 'true' : '',
        ].join(','),
      );
      for (const part of one.isDueByTerms ? [] : one.instalments)
        instalment.push(
          [`${name}.${one.id}`, part.no, part.dueDate, part.amount.toFixed(2)].join(','),
        );
    }
    for (const one of ledger.allocations)
      allocation.push(
        [
          `${name}.${one.id}`,
          `${name}.${one.credit}`,
          `${name}.${one.debit}`,
          one.instalmentNo ?? '',
          one.amount.toFixed(2),
          one.creditAmount.toFixed(2),
          one.discount.toFixed(2),
          one.withholding.toFixed(2),
          one.charge.toFixed(2),
          one.writeOff.toFixed(2),
          one.creditWriteOff.toFixed(2),
          String(one.fullyCleared),
          one.effectiveDate,
        ].join(','),
      );
  }
  const entity = 'entity_id,name,base_currency\nE,Random,EUR\n';
  const text = (lines: readonly string[]): string => `${lines.join('\n')}\n`;
  const paymentTerm = [
    'terms,line_no,share_kind,share,steps',
    ...tabledTerms.map(([name, steps]) => `${name},1,percent_of_total,100,"${steps}"`),
    ...Object.keys(partTerms)
      .flatMap(partRows)
      .map((row) => `${row.terms},${row.line},${row.shareKind},${row.share},"${row.steps}"`),
  ];
  return {
    entity,
    payment_term: text(paymentTerm),
    customer: text(customer),
    document: text(document),
    ...(instalment.length > 1 ? { instalment: text(instalment) } : {}),
    ...(allocation.length > 1 ? { allocation: text(allocation) } : {}),
  };
}
