import { assert } from '../lib/assert';
import type { DocumentKind, DraftDocument } from './draft';
import { isoDate } from './period';

const series: Readonly<Record<DocumentKind, string>> = {
  opening_balance: 'S',
  invoice: 'F',
  debit_note: 'N',
  credit_note: 'A',
  fee: 'G',
  interest: 'I',
  payment: 'C',
  refund: 'V',
  write_off: 'B',
};

export function byPosting(a: DraftDocument, b: DraftDocument): number {
  return a.postingDay - b.postingDay || (a.key < b.key ? -1 : 1);
}

/** The ids and the numbers that documents get, in order of posting. */
export class Numbers {
  private readonly ids = new Map<string, string>();
  private readonly numbers = new Map<string, string>();

  constructor(documents: readonly DraftDocument[]) {
    const used = new Map<string, number>();
    for (const document of [...documents].sort(byPosting)) {
      this.ids.set(document.key, `D${String(this.ids.size + 1).padStart(5, '0')}`);
      // A draft has no number yet.
      if (document.status === 'draft') continue;
      const prefix = `${series[document.kind]}${isoDate(document.postingDay).slice(2, 4)}`;
      const next = (used.get(prefix) ?? 0) + 1;
      used.set(prefix, next);
      this.numbers.set(document.key, `${prefix}-${String(next).padStart(4, '0')}`);
    }
  }

  id(key: string): string {
    const id = this.ids.get(key);
    assert(id !== undefined, `no document ${key}`);
    return id;
  }

  /** Empty for a draft. */
  number(key: string): string {
    return this.numbers.get(key) ?? '';
  }

  /** The document's own reference, else the number of what it speaks of. */
  reference(document: DraftDocument): string {
    const [mentioned] = document.mentions ?? [];
    if (document.reference !== undefined) return document.reference;
    return mentioned === undefined ? '' : this.number(mentioned);
  }
}
