import { swiftDate } from '../dates';
import { fundsFields } from './amounts';
import type { Bai2Record } from './records';

/** What a 16 record says. */
export interface Detail {
  readonly type: string;
  /** In minor units, as it stands. */
  readonly amount: string;
  /** Blank where the funds type has no date. */
  readonly valueDate: string;
  readonly bankReference: string;
  readonly customerReference: string;
  readonly text: string;
}

/**
 * The fields of a 16 record in order; what stands behind the customer's reference is text, to the end of the line and
 * of each line that continues it.
 */
export function detailOf({ parts }: Bai2Record): Detail {
  const queue = [...parts];
  let fields: readonly string[] = (queue.shift() ?? '').split(',');
  // A line that ends before its fields do goes on in the next.
  while (fields.length < fieldCount(fields) && queue.length > 0)
    fields = [...fields, ...(queue.shift() ?? '').split(',')];
  const count = fieldCount(fields);
  const [type = '', amount = '', funds = ''] = fields;
  const head = [fields.slice(count).join(','), ...queue];
  return {
    type,
    amount,
    valueDate: funds === 'V' ? (swiftDate(fields[3] ?? '') ?? '') : '',
    bankReference: (fields[count - 2] ?? '').trim(),
    customerReference: (fields[count - 1] ?? '').trim(),
    text: head
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\n'),
  };
}

/** Type, amount, funds type with its fields, two references. */
function fieldCount(fields: readonly string[]): number {
  return 5 + fundsFields(fields, 2);
}
