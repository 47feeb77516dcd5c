import { isReference } from '../ids';

/** What field 86 says of a transaction, or the `:NS:` of some banks in its place. */
export interface Details {
  readonly remittance: string;
  readonly counterparty: string;
  readonly counterpartyAccount: string;
  /** End to end, or the customer's; blank where the field has none. */
  readonly reference: string;
}

/** Three digits, and a separator before each two digits of a subfield: `?` mostly, `>` with some banks. */
const structured = /^\s*\d{3}([^\dA-Za-z\s])\d{2}/;

/**
 * Keys of SEPA within the purpose. Sources: Deutsche Kreditwirtschaft, DFÜ agreement, annex 3, MT940, field 86;
 * `MTLG:` is a bank's own message behind them.
 */
const sepaKey =
  /(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC |PURP|MDAT|SQTP|ORCR|ORMR|DDAT|RREF|RTRN|SECU)\+|(MTLG:)/g;

/** A subfield that is as long as it may be goes on in the next without a break. */
const subfieldWidth = 27;

/** The details of field 86, given by its lines. */
export function detailsOf(lines: readonly string[]): Details {
  const separator = structured.exec(lines.join(''))?.[1];
  return separator === undefined ? freeDetails(lines) : structuredDetails(lines, separator);
}

function freeDetails(lines: readonly string[]): Details {
  const remittance = trimmedLines(lines);
  const slashed = remittance.startsWith('/') ? slashedDetails(lines.join('')) : undefined;
  return { remittance, counterparty: '', counterpartyAccount: '', reference: '', ...slashed };
}

/** `/EREF/…/BENM//NAME/…`, as Dutch banks have it; a remark keeps the whole text. */
function slashedDetails(text: string): Partial<Details> {
  const behind = (key: RegExp): string => {
    const at = key.exec(text);
    if (!at) return '';
    const rest = text.slice(at.index + at[0].length);
    const end = /\/(?:[A-Z]{4}|ISDT)\//.exec(rest)?.index ?? rest.length;
    return rest.slice(0, end).replace(/\/+$/, '').trim();
  };
  return {
    reference: behind(/\/EREF\//),
    counterparty: behind(/\/(?:BENM|ORDP|CNTP)\/\/?NAME\/|\/NAME\//),
    counterpartyAccount: behind(/\/IBAN\//),
  };
}

function structuredDetails(lines: readonly string[], separator: string): Details {
  const subfields = subfieldsOf(lines.join(''), separator);
  const of = (test: RegExp): readonly string[] =>
    subfields.filter(([key]) => test.test(key)).map(([, value]) => value);
  const keyed = keyedTexts(of(/^2\d$/));
  const purpose = continued(keyed, of(/^2\d$/).at(-1) ?? '', of(/^6[0-3]$/));
  const reference = [keyed.texts.get('EREF'), keyed.texts.get('KREF')]
    .map((text) => text?.trim() ?? '')
    .filter((text) => text !== '');
  return {
    remittance: purpose || of(/^00$/).join('').trim(),
    counterparty: of(/^3[23]$/)
      .join('')
      .replaceAll(/\s+/g, ' ')
      .trim(),
    counterpartyAccount: (of(/^31$/)[0] ?? of(/^38$/)[0] ?? '').replaceAll(/\s/g, ''),
    reference: reference.find(isReference) ?? reference[0] ?? '',
  };
}

/** Keys of two digits with their texts, in order; a separator without digits behind it belongs to the text, unless it is the end. */
function subfieldsOf(text: string, separator: string): readonly (readonly [string, string])[] {
  const [, ...parts] = text.split(separator);
  const fields: [string, string][] = [];
  for (const part of parts) {
    const last = fields.at(-1);
    if (/^\d{2}/.test(part)) fields.push([part.slice(0, 2), part.slice(2)]);
    else if (last && part !== '') last[1] += separator + part;
  }
  return fields;
}

/** The purpose and the bank's message, and what 60 to 63 add: they go on where the last subfield was full. */
function continued(
  { purpose, message }: KeyedTexts,
  last: string,
  additions: readonly string[],
): string {
  const lines = [purpose, message].map((text) => text.trim()).filter((text) => text !== '');
  const addition = unwrapped(additions).trim();
  const isWrapped = last.length >= subfieldWidth && !addition.startsWith('MTLG:');
  if (addition !== '' && lines.length > 0 && isWrapped) lines.push(`${lines.pop()}${addition}`);
  else if (addition !== '') lines.push(addition);
  return lines
    .join('\n')
    .split('\n')
    .map((line) => line.trim())
    .join('\n');
}

interface KeyedTexts {
  readonly purpose: string;
  readonly message: string;
  readonly texts: ReadonlyMap<string, string>;
}

/** The purpose of its subfields. With SEPA keys it is what `SVWZ+` says, without them all of it. */
function keyedTexts(subfields: readonly string[]): KeyedTexts {
  const glued = subfields.join('');
  const matches = [...glued.matchAll(sepaKey)];
  const texts = new Map<string, string>();
  let isSepa = false;
  for (const [i, match] of matches.entries()) {
    const key = match[1] ?? 'MTLG';
    if (match[1] !== undefined) isSepa = true;
    const value = glued.slice(match.index + match[0].length, matches[i + 1]?.index);
    if (!texts.has(key)) texts.set(key, value);
  }
  const message = texts.has('MTLG') ? `MTLG:${texts.get('MTLG') ?? ''}` : '';
  if (isSepa) {
    const before = glued.slice(0, matches[0]?.index).trim();
    const purpose = [before, texts.get('SVWZ') ?? ''].filter((text) => text !== '').join('\n');
    return { purpose, message, texts };
  }
  const own = message === '' ? unwrapped(subfields) : glued.slice(0, matches[0]?.index);
  return { purpose: own, message, texts };
}

function unwrapped(subfields: readonly string[]): string {
  let text = '';
  for (const [i, subfield] of subfields.entries()) {
    const isWrapped = (subfields[i - 1] ?? '').length >= subfieldWidth;
    text += i === 0 || isWrapped ? subfield : `\n${subfield.trimStart()}`;
  }
  return text;
}

/**
 * The details of `:NS:`, whose lines begin with two digits: 01 to 14 the purpose, 15 and 16 the name, 17 what was
 * posted, 34 the account.
 */
export function nonSwiftDetails(lines: readonly string[]): Details {
  const of = (test: RegExp): readonly string[] =>
    lines.filter((line) => test.test(line)).map((line) => line.slice(2).trim());
  const purpose = of(/^(?:0[1-9]|1[0-4])/);
  return {
    remittance: (purpose.length > 0 ? purpose : of(/^17/)).join('\n'),
    counterparty: unwrapped(of(/^1[56]/)).replaceAll('\n', ' '),
    counterpartyAccount: of(/^34/)[0] ?? '',
    reference: '',
  };
}

/** Lines without the blanks behind them and without blank ones. */
function trimmedLines(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .join('\n')
    .trim();
}
