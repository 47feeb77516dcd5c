import { type PaymentTermRow, readParts, type TermPart } from './parts';
import type { TermStep } from './steps';

const days = (count: number): TermStep => ({ kind: 'days', count });
const months = (count: number): TermStep => ({ kind: 'months', count });
const monthEnd: TermStep = { kind: 'month_end', count: 0 };
const day = (count: number): TermStep => ({ kind: 'day', count });

const n = String.raw`(\d{1,3})`;
const unit = 'd|days?|dias?|dni|dnu|den|tage';
/** What stands behind the days and changes nothing: they count from the document's date anyhow. */
const fromIssue =
  '(?: (?:net|neto|netto|(?:(?:from|after|since|of) )?(?:the )?(?:invoice|document|issue|bill)(?: date)?|(?:desde |de )?(?:la )?fecha(?: de)?(?: la)? factura|d ?f|ff|dff|od (?:data )?(?:vystaveni|vystaveni faktury|faktury)))?';
const ofMonthEnd =
  '(?:e ?o ?m|(?:the )?end of (?:the |this )?month|month end|fin(?:al)? (?:de|del) mes|kon(?:ec|ce|ci) mesice)';
const ofNextMonthEnd =
  '(?:(?:the )?end of (?:the )?(?:next|following) month|fin(?:al)? (?:de|del) (?:proximo mes|mes siguiente)|kon(?:ec|ce|ci) (?:pristiho|nasledujiciho) mesice)';
const nextMonth =
  '(?:of |in )?(?:the )?(?:next|following) month|prox|mfi|del (?:proximo mes|mes siguiente)|(?:pristiho|nasledujiciho) mesice';

const atOnce = [
  'due (?:up)?on receipt|(?:up)?on receipt|cash|cash on delivery|c ?o ?d|immediate|immediately|immediate payment|due immediately|payable immediately(?: due net)?|due now|prepaid|prepayment|payment in advance|cash in advance|c ?i ?a',
  'contado|al contado|pago al contado|inmediato|pago inmediato|a la vista|contra reembolso|pago anticipado|anticipado|efectivo',
  'ihned|okamzite|hotove|hotovost|v hotovosti|dobirka|predem|platba predem|pri prevzeti',
].join('|');

type Reading = readonly [pattern: RegExp, steps: (count: number) => readonly TermStep[]];

/**
 * How people write terms, in the three languages, once accents and points are gone. Days with *end of month* behind them
 * count from that end in English (*net 30 EOM*; so say the trade's glossaries), and lead up to it in Spanish and Czech
 * (*30 días fin de mes*).
 */
const wordings: readonly (readonly [string, Reading[1]])[] = [
  [atOnce, () => [days(0)]],
  [
    `(?:within |a |do )?(?:net|neto|netto|nt|n|due in)? ?${n}(?: ?(?:${unit}))?${fromIssue}`,
    (count) => [days(count)],
  ],
  [`(?:net )?${n} (?:weeks?|semanas?|tydnu|tydny|tyden)`, (count) => [days(count * 7)]],
  [`(?:net )?${n} (?:months?|mes|meses|mesicu|mesice|mesic)`, (count) => [months(count)]],
  [`(?:due )?(?:at |to |by |ke? |do |a )?${ofMonthEnd}`, () => [monthEnd]],
  [
    `(?:due )?(?:at |to |by |ke? |do |a )?${ofNextMonthEnd}|e ?o ?m following|following e ?o ?m`,
    () => [months(1), monthEnd],
  ],
  [`(?:net )?${n} ?(?:${unit})? (?:e ?o ?m|end of month)`, (count) => [monthEnd, days(count)]],
  [
    `(?:net )?${n} ?(?:${unit})? (?:from|after|desde|od) (?:el )?${ofMonthEnd}|${ofMonthEnd} ${n} ?(?:${unit})?`,
    (count) => [monthEnd, days(count)],
  ],
  [
    `${n} ?(?:${unit})? (?:from|after|desde|od) (?:el )?${ofNextMonthEnd}`,
    (count) => [months(1), monthEnd, days(count)],
  ],
  [
    `(?:a )?${n} ?(?:dias?|d|dni) (?:a |ke? |do )?(?:fin(?:al)? (?:de|del) mes|f ?m|ffm|fdm|konec mesice|konci mesice)`,
    (count) => [days(count), monthEnd],
  ],
  [
    `(?:net |due )?(?:on )?(?:the )?(?:day |dia |el )?${n}(?:st|nd|rd|th| dne| den)? (?:${nextMonth})|(?:mfi|prox) ${n}(?:st|nd|rd|th)?`,
    (count) => [months(1), day(count)],
  ],
];

const readings: readonly Reading[] = wordings.map(([pattern, steps]) => [
  new RegExp(`^(?:${pattern})$`),
  steps,
]);

/** A discount for paying early, before the days that count: `2/10 net 30`, `2% 10 net 30`, `2/10, n/30`. */
const discount =
  /^\d{1,2}(?:[.,]\d{1,2})? ?(?:%|\/) ?\d{1,3} ?(?:days?|d)?[ ,;/-]+(?=(?:net|neto|netto|n|e ?o ?m)\b)/;

/** The same behind them: `30 days, 2% 10 days`. No part of the amount is as small: `50% 60 days` is one. */
const discountBehind =
  /(?<=\d.*)[ ,;/-]+\d(?:[.,]\d{1,2})? ?%(?: discount)?(?: (?:if )?(?:paid )?(?:with)?in)? (\d{1,3}) ?(?:days?|d)?$/;

/** Days before the document, of which no terms are. */
const isMinus = /(?:^|\s)[-−–]\d/;

/** A number that is a key and not a count. */
const isKey = (text: string): boolean => /^0\d/.test(text);

/**
 * The steps to the due date that payment terms say in words (`Net 30`, `30 días fin de mes`, `14 dní`); undefined where
 * that is not sure: a system's own key, or parts that are due on several days.
 */
export function readTerms(text: string): readonly TermStep[] | undefined {
  if (text.length > 60) return undefined;
  const small = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
  const due = small.replace(discount, '').replace(discountBehind, '');
  // Of a discount until the 10th of some month nobody knows when the rest is due.
  if (isMinus.test(small) || (due !== small && /^e ?o ?m$/.test(due))) return undefined;
  const plain = due
    // `n/30`, `EOM + 30`, `net-30`, `d.f.`
    .replaceAll(/[/+().,:_-]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^splatnost (?=\d)|(?<=dnu|dni|den|dny) splatnost$/, '');
  if (isKey(plain)) return undefined;
  for (const [pattern, steps] of readings) {
    const found = pattern.exec(plain);
    if (!found) continue;
    const count = Number(found.slice(1).find((part) => part !== undefined) ?? 0);
    const read = steps(count);
    const isDay = read.every(({ kind, count: at }) => kind !== 'day' || (at > 0 && at <= 31));
    return isDay ? read : undefined;
  }
  return undefined;
}

/**
 * What the terms that documents name mean, as parts of which most terms have one: what the table of payment terms says
 * of them, else what their words say. Terms that are not understood are left out.
 */
export function meaningsOf(
  names: readonly string[],
  rows: readonly PaymentTermRow[],
): ReadonlyMap<string, readonly TermPart[]> {
  const tabled = new Map<string, PaymentTermRow[]>();
  for (const row of rows) tabled.set(row.terms, [...(tabled.get(row.terms) ?? []), row]);
  return new Map(
    names.flatMap((name) => {
      const own = tabled.get(name);
      const steps = own ? undefined : readTerms(name);
      const parts = own ? readParts(own) : steps && [{ share: wholeShare, steps }];
      return parts ? [[name, parts] as const] : [];
    }),
  );
}

const wholeShare = { kind: 'rest', value: '' } as const;
