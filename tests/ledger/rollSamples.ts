import fc from 'fast-check';
import {
  type ReferenceMovement,
  referenceMovements,
} from '../../src/domain/aging/rollForwardMovements';
import type { ReferenceDocument } from '../../src/domain/ledger/reference';
import { type RandomLedger, randomLedger, toTables } from './randomLedger';

/** Random ledgers with every kind of document, and each single movement of theirs. */
export interface RollSample {
  readonly name: string;
  readonly ledger: RandomLedger;
  readonly movements: readonly ReferenceMovement[];
}

const debitKinds = [
  'invoice',
  'invoice',
  'fee',
  'debit_note',
  'interest',
  'opening_balance',
  'write_off',
  'refund',
  'adjustment',
];
const creditKinds = [
  'payment',
  'payment',
  'credit_note',
  'write_off',
  'settlement_unexplained',
  'adjustment',
  'opening_balance',
];

const centsOf = ({ amount }: ReferenceDocument): number => amount.abs().times(100).toNumber();

/** The kind of a document, drawn from its cents; a reversal, which has as many, is of its original's. */
export function kindOf(document: ReferenceDocument): string {
  const original = document.reverses ?? document.id;
  if (original.startsWith('N')) return 'credit_note';
  const kinds = original.startsWith('D') ? debitKinds : creditKinds;
  return kinds[centsOf(document) % kinds.length] ?? 'invoice';
}

/** One reversal in four: what is taken back is neither collected nor rolled on. */
const withFewerReversals = ({ documents, allocations }: RandomLedger): RandomLedger => ({
  documents: documents.filter((one) => one.reverses === undefined || centsOf(one) % 4 === 0),
  allocations,
});

/** Terms of a customer are for what is billed, and these documents are of every kind: their due dates are given. */
const withoutCustomerTerms = ({ documents, allocations }: RandomLedger): RandomLedger => ({
  documents: documents.map(({ terms, ...document }) =>
    terms === undefined || terms === '' ? document : { ...document, terms },
  ),
  allocations,
});

/**
 * One link of a day for what was booked at a rate: which of two takes the cent of a share that is rounded cumulatively
 * is for nobody to say. What is open does not depend on it, the column of the cent does.
 */
function withoutSharedDays(ledger: RandomLedger): RandomLedger {
  const posted = new Map(ledger.documents.map(({ id, postingDate }) => [id, postingDate]));
  const rated = new Set([
    ...ledger.documents.filter(({ amount, base }) => !amount.eq(base)).map(({ id }) => id),
    ...ledger.allocations.flatMap((link) =>
      link.amount.eq(link.creditAmount) ? [] : [link.credit, link.debit],
    ),
  ]);
  const taken = new Set<string>();
  const allocations = ledger.allocations.filter(({ credit, debit, effectiveDate }) => {
    const ends = [credit, debit];
    const day = [effectiveDate, ...ends.map((id) => posted.get(id) ?? '')].sort().at(-1);
    const places = ends.filter((id) => rated.has(id)).map((id) => `${id} ${day}`);
    if (places.some((place) => taken.has(place))) return false;
    for (const place of places) taken.add(place);
    return true;
  });
  return { ...ledger, allocations };
}

/** Ledgers from a seed, the same every time. */
export function rollSamples(numRuns: number, seed: number): readonly RollSample[] {
  return fc
    .sample(randomLedger, { numRuns, seed })
    .map((drawn) => withoutSharedDays(withoutCustomerTerms(withFewerReversals(drawn))))
    .map((ledger, i) => ({
      name: `L${i}`,
      ledger,
      movements: referenceMovements(ledger.documents, ledger.allocations),
    }));
}

/** All ledgers as canonical tables, each a segment of its own, with the kinds that {@link kindOf} says. */
export function rollTables(samples: readonly RollSample[]): Record<string, string> {
  const tables = toTables(samples);
  const kinds = new Map(
    samples.flatMap(({ name, ledger }) =>
      ledger.documents.map((document): [string, string] => [
        `${name}.${document.id}`,
        kindOf(document),
      ]),
    ),
  );
  const [header = '', ...lines] = (tables['document'] ?? '').split('\n');
  const kinded = lines.map((line) => {
    const [id = '', , ...rest] = line.split(',');
    return id === '' ? line : [id, kinds.get(id), ...rest].join(',');
  });
  return { ...tables, document: [header, ...kinded].join('\n') };
}
