import { normalHeader } from '../datasets';
import type { FieldSource, Mapping } from '../mapping';
import { wordKey } from '../words';
import type { FieldSpec, Header, Profile, TablePair } from './profile';
import { profiles, tablePairs } from './registry';

type Find = (header: Header) => { readonly column: number; readonly header: string } | undefined;

/** Finds columns by header; the first of several alternatives that is there. */
function finder(headers: readonly string[]): Find {
  const normal = headers.map(normalHeader);
  return (wanted) => {
    for (const name of typeof wanted === 'string' ? [wanted] : wanted) {
      const column =
        name === ''
          ? headers.findIndex((header) => header.trim() === '')
          : normal.indexOf(normalHeader(name));
      if (column >= 0) return { column, header: headers[column] ?? '' };
    }
    return undefined;
  };
}

const isSpec = (given: Header | FieldSpec): given is FieldSpec =>
  typeof given === 'object' && 'from' in given;

/** A field's source in this file; nothing where its column, or one that it cannot do without, is not there. */
function sourceOf(given: Header | FieldSpec, find: Find): FieldSource | undefined {
  const spec: FieldSpec = isSpec(given) ? given : { from: given };
  const from = find(spec.from);
  if (!from) return undefined;
  const all = (wanted: readonly Header[] | undefined) =>
    wanted?.map(find).filter((one) => one !== undefined);
  const joined = all(spec.joined);
  const together = [...(joined ?? []), ...(all(spec.mayJoin) ?? [])];
  const days = all(spec.days);
  const less = spec.minus ?? spec.mayMinus;
  const minus = less && find(less);
  const times = spec.times && find(spec.times);
  const side = spec.side && find(spec.side);
  const isWhole =
    joined?.length === spec.joined?.length &&
    !(spec.minus && !minus) &&
    !(spec.times && !times) &&
    !(spec.side && !side);
  if (!isWhole) return undefined;
  const words =
    spec.words &&
    Object.fromEntries(Object.entries(spec.words).map(([word, to]) => [wordKey(word), to]));
  return {
    ...from,
    ...(together.length > 0 && { joined: together }),
    ...(minus && { minus }),
    ...(times && { times }),
    ...(side && { side: { ...side, minus: [], plus: [] } }),
    ...(days && days.length > 0 && { days }),
    ...(spec.next && { next: spec.next }),
    ...(spec.isFilled && { isFilled: spec.isFilled }),
    ...(spec.isLoose && { isLoose: spec.isLoose }),
    ...(spec.isBase && { isBase: spec.isBase }),
    ...(words && { words }),
  };
}

function mapped(
  profile: Pick<Profile, 'dataset' | 'fields' | 'constants' | 'leaveOut'>,
  find: Find,
  headedBy: Profile['headedBy'],
): Pick<Mapping, 'dataset' | 'fields' | 'constants' | 'leaveOut' | 'headedBy'> {
  const fields: Record<string, FieldSource> = Object.create(null);
  for (const [name, given] of Object.entries(profile.fields)) {
    const source = sourceOf(given, find);
    if (source) fields[name] = source;
  }
  const leaveOut = (profile.leaveOut ?? []).flatMap(({ from, words, reason }) => {
    const found = find(from);
    return found ? [{ column: found.column, words: words.map(wordKey), reason }] : [];
  });
  const count = headedBy && find(headedBy.table);
  const key = headedBy?.key.map(find).filter((one) => one !== undefined) ?? [];
  return {
    dataset: profile.dataset,
    fields,
    constants: profile.constants ?? {},
    ...(leaveOut.length > 0 && { leaveOut }),
    ...(headedBy &&
      count && {
        headedBy: {
          column: count.column,
          table: headedBy.table,
          key: key.map(({ column }) => column),
        },
      }),
  };
}

/** The mapping of a well-known export, without formats; `undefined` where the headers are of none. */
export function profiled(headers: readonly string[]): Mapping | undefined {
  const find = finder(headers);
  const fitting = profiles.filter(
    ({ needs, lacks = [] }) =>
      needs.every((header) => find(header)) && !lacks.some((header) => find(header)),
  );
  const [first, ...rest] = fitting;
  if (!first) return undefined;
  const best = rest.reduce((a, b) => (b.needs.length > a.needs.length ? b : a), first);
  const {
    flipSign = false,
    flipCredits,
    hasHeadings,
    totals,
    content,
    rowId,
    also,
    id,
    headedBy,
  } = best;
  const total = totals && find(totals.from);
  const columns = rowId?.columns.map(find).filter((one) => one !== undefined);
  return {
    ...mapped(best, find, headedBy),
    flipSign,
    ...(flipCredits && { flipCredits }),
    profile: id,
    ...(hasHeadings && { hasHeadings }),
    ...(totals && total && { totals: { column: total.column, words: totals.words.map(wordKey) } }),
    ...(content && { content: { kind: content } }),
    ...(rowId &&
      columns && { rowId: { field: rowId.field, columns: columns.map((one) => one.column) } }),
    ...(also && { also: also.map((one) => ({ ...mapped(one, find, headedBy), flipSign })) }),
  };
}

/** A table that says too little on its own: of which pair, and which of the two. */
export interface LoneTable {
  readonly pair: TablePair;
  readonly part: 'headers' | 'lines';
}

/** The table that these are the headers of, where it says too little on its own. */
export function loneTable(headers: readonly string[]): LoneTable | undefined {
  const find = finder(headers);
  for (const pair of tablePairs)
    for (const part of ['headers', 'lines'] as const) {
      const { needs, lacks } = pair[part];
      if (needs.every((header) => find(header)) && !lacks.some((header) => find(header)))
        return { pair, part };
    }
  return undefined;
}
