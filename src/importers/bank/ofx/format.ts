import { fail } from '../../fail';
import type { ImportFormat } from '../../format';
import { limits } from '../../limits';
import type { ReadOptions, SourceFile } from '../../source';
import { xmlEncoding } from '../../xml/encoding';
import { gridsOf } from '../grids';
import type { BankStatement } from '../statement';
import { headText, statementText } from '../text';
import { documentOf, type OfxAggregate } from './document';
import { statementsOf, undecidedAmount } from './statement';

const sniffed = /^[\s\uFEFF]*(?:OFXHEADER\s*:|(?:<\?[^>]*\?>\s*)*(?:<\?OFX\b|<OFX>))/i;

/**
 * The statements of an OFX or QFX file, version 1 or 2.
 * A file without statements is refused with what the bank answered, where that was an error.
 * @throws ImportFailure; Cancelled
 */
export async function readOfx(
  file: SourceFile,
  options: ReadOptions,
): Promise<readonly BankStatement[]> {
  const text = await statementText(file, options, { declared: declaredEncoding });
  const unsafe = /<!(?:DOCTYPE|ENTITY)/i.exec(text);
  if (unsafe) fail(file, 'unsafe_file', lineOf(text, unsafe.index), { what: 'DOCTYPE' });
  const { root, isComplete } = documentOf(text);
  if (!isComplete) {
    const line = lineOf(text, text.length);
    fail(file, 'damaged_file', line, { place: `line ${line}`, detail: 'no </OFX>' });
  }
  const undecided = undecidedAmount(root);
  if (undecided !== undefined) {
    const line = lineOf(text, text.indexOf(undecided));
    const detail = `${undecided}: the comma may stand before decimals or between thousands`;
    fail(file, 'damaged_file', line, { place: `line ${line}`, detail });
  }
  const statements = statementsOf(root);
  if (statements.length === 0) {
    const error = errorOf(root);
    if (error === undefined) fail(file, 'no_rows');
    fail(file, 'damaged_file', undefined, { place: 'STATUS', detail: error });
  }
  checkLengths(file, statements);
  return statements;
}

/** What the header says of the encoding, for texts that are not UTF-8. */
function declaredEncoding(head: string): string | undefined {
  const charset = /^CHARSET\s*:\s*(?:windows-)?(125[0-8])/im.exec(head)?.[1];
  if (charset !== undefined) return `windows-${charset}`;
  if (/^CHARSET\s*:\s*(?:ISO-8859-1|8859-1)/im.test(head)) return 'windows-1252';
  const bytes = new TextEncoder().encode(head);
  const label = /<\?xml/.test(head) ? xmlEncoding(bytes) : 'utf-8';
  return label === 'utf-8' ? undefined : label;
}

/** The first error of a status, with its code. */
function errorOf({ name, values, children }: OfxAggregate): string | undefined {
  if (name === 'STATUS' && values.get('SEVERITY') === 'ERROR')
    return `${values.get('CODE') ?? ''} ${values.get('MESSAGE') ?? ''}`.trim().slice(0, 200);
  for (const child of children) {
    const error = errorOf(child);
    if (error !== undefined) return error;
  }
  return undefined;
}

function checkLengths(file: SourceFile, statements: readonly BankStatement[]): void {
  const longest = statements
    .flatMap((statement) => statement.transactions)
    .reduce((most, line) => Math.max(most, line.remittance.length, line.counterparty.length), 0);
  if (longest > limits.cellBytesMax)
    fail(file, 'cell_too_large', undefined, { limit: limits.cellBytesMax });
}

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;

/** OFX and QFX, told by their header or their root. */
export const ofxFormat: ImportFormat = {
  id: 'ofx',
  matches: (head) => sniffed.test(headText(head)),
  read: async (file, options) => gridsOf(await readOfx(file, options)),
};
