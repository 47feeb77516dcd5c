import { fail } from '../../fail';
import type { ImportFormat } from '../../format';
import type { ReadOptions, SourceFile } from '../../source';
import { gridsOf } from '../grids';
import type { BankStatement } from '../statement';
import { headText, statementText } from '../text';
import { cp852Text } from './cp852';
import { fieldsOf } from './fields';
import { MessageBuilder } from './message';

/** A field of a statement at the beginning of a line. A message may be cut anywhere, or begin with a bank's header. */
const sniffed = /(?:^|[\r\n]|\{4:)\s{0,4}:(?:20|25|28C?|60[FM]|61|62[FM]|64|86|NS):/;

/** How other kinds of text begin: XML, JSON (but not a SWIFT block header). */
const otherText = /^[\s\uFEFF]*(?:<|\[|\{(?!\d:))/;

/**
 * The statements of MT940 messages, and the transactions of MT942 ones, in the dialects of banks. Pages of a statement,
 * from a closing balance `62M` to the opening balance `60M` that equals it, are one statement.
 * Source: SWIFT Standards, category 9.
 * @throws ImportFailure; Cancelled
 */
export async function readMt940(
  file: SourceFile,
  options: ReadOptions,
): Promise<readonly BankStatement[]> {
  const fields = fieldsOf(await statementText(file, options, { legacy: cp852Text }));
  const messages: MessageBuilder[] = [];
  let current: MessageBuilder | undefined;
  for (const field of fields) {
    if (!current || current.isEndedBy(field)) {
      current = new MessageBuilder(file);
      messages.push(current);
    }
    current.take(field);
  }
  const found: MessageBuilder[] = [];
  for (const message of messages.filter((one) => one.isStatement)) {
    const last = found.at(-1);
    if (last?.isContinuedBy(message)) last.continueWith(message);
    else found.push(message);
  }
  if (found.length === 0) fail(file, 'no_rows');
  return found.map((message) => message.built());
}

/** MT940 and MT942, told by their fields. */
export const mt940Format: ImportFormat = {
  id: 'mt940',
  matches(head) {
    const text = headText(head);
    return !otherText.test(text) && sniffed.test(text);
  },
  read: async (file, options) => gridsOf(await readMt940(file, options), { hasBalances: true }),
};
