import { type OfxTag, tagsOf } from './tags';

/** An aggregate of an OFX document that matters here: its values, and the aggregates within it. */
export interface OfxAggregate {
  readonly name: string;
  /** The first value of each element directly within it. */
  readonly values: ReadonlyMap<string, string>;
  readonly children: readonly OfxAggregate[];
}

/** Aggregates that are kept. Of all others the tags are passed over. */
const kept = new Set([
  'STMTRS',
  'CCSTMTRS',
  'INVSTMTRS',
  'BANKACCTFROM',
  'CCACCTFROM',
  'INVACCTFROM',
  'BANKTRANLIST',
  'BANKTRANLISTP',
  'INVTRANLIST',
  'STMTTRN',
  'STMTTRNP',
  'INVTRAN',
  'LEDGERBAL',
  'AVAILBAL',
  'BALLIST',
  'BAL',
  'CURRENCY',
  'ORIGCURRENCY',
  'PAYEE',
  'BANKACCTTO',
  'CCACCTTO',
  'STATUS',
]);

interface OpenAggregate extends OfxAggregate {
  readonly values: Map<string, string>;
  readonly children: OpenAggregate[];
}

const begun = (name: string): OpenAggregate => ({ name, values: new Map(), children: [] });

export interface OfxDocument {
  readonly root: OfxAggregate;
  /** Whether the end of the document was there. */
  readonly isComplete: boolean;
}

/**
 * The aggregates of a document. One that is not closed ends where its parent does, or where another of its name
 * begins; so none is nested in its own kind, and no document is deep.
 */
export function documentOf(text: string): OfxDocument {
  const root = begun('OFX');
  const open: OpenAggregate[] = [root];
  let isComplete = false;
  for (const tag of tagsOf(text)) {
    if (tag.name === '/OFX') isComplete = true;
    else if (tag.name.startsWith('/')) closeTo(open, tag.name.slice(1));
    else if (kept.has(tag.name)) {
      closeTo(open, tag.name);
      const aggregate = begun(tag.name);
      open.at(-1)?.children.push(aggregate);
      open.push(aggregate);
    } else keepValue(open, tag);
  }
  return { root, isComplete };
}

function closeTo(open: OpenAggregate[], name: string): void {
  const at = open.findLastIndex((one) => one.name === name);
  if (at > 0) open.length = at;
}

function keepValue(open: readonly OpenAggregate[], { name, value }: OfxTag): void {
  const values = open.at(-1)?.values;
  if (value !== '' && values && !values.has(name)) values.set(name, value);
}
