import { wordKey } from './words';

/** A value of a column, with how often it stands there, or in the ledger. */
export interface SpelledValue {
  readonly text: string;
  readonly count: number;
  /** Whether the ledger has it already. */
  readonly isKnown: boolean;
}

/** Spellings that may mean one thing: the one to keep first. */
export interface SpellingGroup {
  readonly kept: string;
  readonly others: readonly SpelledValue[];
}

/** What companies put behind their names, and leave out as often: told apart, it makes one customer two. */
const companyForms =
  /(?:\b|,\s*)(?:s\.?\s?r\.?\s?o\.?|a\.?\s?s\.?|spol\.?|ltd\.?|limited|plc|llc|inc\.?|corp\.?|co\.?|gmbh|ag|s\.?\s?a\.?|s\.?\s?l\.?(?:u\.?)?|s\.?\s?p\.?\s?a\.?|b\.?v\.?|n\.?v\.?|k\.?s\.?|v\.?o\.?s\.?)(?=$|[\s,.)])/giu;

/** How a value is compared: without case, accents, marks; of a name without its company form too. */
function spellingKey(text: string, isName: boolean): string {
  const key = wordKey(isName ? text.replace(companyForms, ' ') : text);
  return key === '' ? wordKey(text) : key;
}

/**
 * Values that are written in more than one way. What the ledger has is kept, else what stands most often; nothing is
 * merged by this: a person decides.
 */
export function spellingGroups(
  values: readonly SpelledValue[],
  isName: boolean,
): readonly SpellingGroup[] {
  const groups = new Map<string, SpelledValue[]>();
  for (const value of values) {
    const key = spellingKey(value.text, isName);
    if (key === '') continue;
    const group = groups.get(key) ?? [];
    group.push(value);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap((group) => {
    const [kept, ...others] = [...group].sort(
      (a, b) =>
        Number(b.isKnown) - Number(a.isKnown) || b.count - a.count || (a.text < b.text ? -1 : 1),
    );
    const ofFile = others.filter(({ count }) => count > 0);
    return kept && ofFile.length > 0 ? [{ kept: kept.text, others: ofFile }] : [];
  });
}
