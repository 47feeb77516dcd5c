import { textAt, type XmlElement } from '../xml/element';
import { firstText } from './values';

export const accountColumns = [
  'account_id',
  'name',
  'kind',
  'parent_id',
  'statement_line',
  'control_kind',
] as const;

type AccountRow = Readonly<Partial<Record<(typeof accountColumns)[number], string>>>;

const kindWords: readonly (readonly [RegExp, string])[] = [
  [/equity|capital/i, 'equity'],
  [/liabilit/i, 'liability'],
  [/asset/i, 'asset'],
  [/income|revenue|sale/i, 'income'],
  [/expens|cost/i, 'expense'],
];

/**
 * An account of the chart. Its opening and closing balances are no entries and are not taken: of two files that follow
 * each other the second repeats what the first comes to.
 */
export function accountRow(element: XmlElement): AccountRow {
  const id = textAt(element, 'AccountID');
  const isPortuguese = textAt(element, 'GroupingCategory').length === 2;
  const grouping = textAt(element, 'GroupingCode');
  return {
    account_id: id,
    name: firstText(element, ['AccountDescription'], ['AccountName'], ['Description']),
    kind: kindOf(textAt(element, 'AccountType'), id),
    // Portugal's groups (GR, GA, GM and so on) are accounts themselves; Norway's are lines of the tax return.
    parent_id: isPortuguese ? grouping : '',
    statement_line: isPortuguese
      ? textAt(element, 'TaxonomyCode')
      : firstText(element, ['GroupingCode'], ['StandardAccountID']),
  };
}

/**
 * The kind that an account's type says. Romania and Bulgaria say on which side its balance is (active, passive, or
 * both), and for classes 6 and 7, costs and revenues, that says nothing of their kind. `GL` says nothing at all.
 */
function kindOf(type: string, id: string): string {
  if (/^(?:activ|pasiv|passiv|bifun)/i.test(type)) {
    if (id.startsWith('6')) return 'expense';
    if (id.startsWith('7')) return 'income';
    if (/^activ/i.test(type)) return 'asset';
    return /^bifun/i.test(type) ? '' : 'liability';
  }
  return kindWords.find(([word]) => word.test(type))?.[1] ?? '';
}
