import { fail } from '../../fail';
import type { ImportFormat } from '../../format';
import { limits } from '../../limits';
import type { ReadOptions, SourceFile } from '../../source';
import { xmlHead } from '../../xml/encoding';
import { readXml } from '../../xml/read';
import { gridsOf } from '../grids';
import type { BankStatement } from '../statement';
import { StatementBuilder } from './statement';

const messages = /^BkToCstmr(?:AcctRpt|Stmt|DbtCdtNtfctn)(?:V\d+)?$/;
const sniffed = /camt\.05[234]\.001|<(?:[\w.-]+:)?BkToCstmr(?:AcctRpt|Stmt|DbtCdtNtfctn)/;

/** The parts of a message that are statements: of CAMT.053, of CAMT.052 and of CAMT.054. */
const statements = new Set(['Stmt', 'Rpt', 'Ntfctn']);

/** The parts of a statement that are looked at. */
const parts = new Set(['Id', 'Acct', 'Bal', 'Ntry']);

/**
 * The statements of a CAMT.052, .053 or .054 message of any version. Entries are read one by one.
 * Source: ISO 20022, Bank-to-Customer Cash Management.
 * @throws ImportFailure; Cancelled
 */
export async function readCamt(
  file: SourceFile,
  options: ReadOptions,
): Promise<readonly BankStatement[]> {
  if (file.blob.size > limits.gridBytesMax)
    fail(file, 'limit_exceeded', undefined, { name: 'gridBytesMax', limit: limits.gridBytesMax });
  const found: BankStatement[] = [];
  let builder: StatementBuilder | undefined;
  await readXml(file, options, {
    open(path) {
      const name = path.at(-1) ?? '';
      if (builder) return parts.has(name) ? 'take' : 'skip';
      if (statements.has(name) && messages.test(path.at(-2) ?? '')) {
        builder = new StatementBuilder(file);
        return 'enter';
      }
      return name === 'GrpHdr' ? 'skip' : 'enter';
    },
    take(element) {
      builder?.take(element);
    },
    close(path) {
      if (!statements.has(path.at(-1) ?? '') || !builder) return;
      found.push(builder.built());
      builder = undefined;
    },
  });
  if (found.length === 0) fail(file, 'no_rows');
  return found;
}

/** CAMT.052, .053 and .054, told by their namespace or by the name of the message. */
export const camtFormat: ImportFormat = {
  id: 'camt',
  matches(head) {
    const text = xmlHead(head);
    return /^[\s\uFEFF]*</.test(text) && sniffed.test(text);
  },
  read: async (file, options) => gridsOf(await readCamt(file, options)),
};
