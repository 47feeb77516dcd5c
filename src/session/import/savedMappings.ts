import { normalHeader } from '../../domain/import/datasets';
import type { Mapping } from '../../domain/import/mapping';
import type { ImportFact, SavedView } from '../../domain/journal/event';
import { readMapping } from '../journal/mappingCodec';

/** The page whose saved views are saved mappings: each is a way of looking at files of one shape. */
export const mappingsPage = '/import';

/** What tells the shape of a file: its headers, in their order, as they are compared. */
function shapeOf(headers: readonly string[]): string {
  return JSON.stringify(headers.map(normalHeader));
}

/** A mapping as it is kept under a name: without what was said of single rows of the file that it was made for. */
export function savedMapping(
  name: string,
  headers: readonly string[],
  mapping: Mapping,
): SavedView {
  return { name, params: { shape: shapeOf(headers) }, layout: forAnotherFile(mapping) };
}

/** A mapping without what was said of one file alone: its rows and its dates. */
export function forAnotherFile(mapping: Mapping): Mapping {
  const { dropped: _dropped, patches: _patches, content, ...kept } = mapping;
  if (!content) return kept;
  const { to: _to, from: _from, missing: _missing, ...ofAll } = content;
  return { ...kept, content: ofAll };
}

/** A mapping for some of the rows that it was made for: what is missing among them is no less there. */
export function someRowsOf(mapping: Mapping): Mapping {
  const { content, ...kept } = mapping;
  return content === undefined || content.kind === 'history' ? kept : mapping;
}

/** The mapping that was saved last for files of this shape, with its name. */
export function mappingSavedFor(
  views: readonly SavedView[],
  headers: readonly string[],
): { readonly name: string; readonly mapping: Mapping } | undefined {
  const shape = shapeOf(headers);
  const found = views.findLast(({ params }) => params['shape'] === shape);
  const mapping = found && readMapping(found.layout);
  return mapping && { name: found.name, mapping };
}

/** How a file with the same columns was read before: what it answers need not be asked again. */
export function mappingImportedBefore(
  imports: readonly ImportFact[],
  headers: readonly string[],
): Mapping | undefined {
  return imports.findLast(({ mapping }) => {
    const sources = Object.values(mapping.fields);
    return (
      sources.length > 0 &&
      sources.every(({ column, header }) => headers[column]?.trim() === header)
    );
  })?.mapping;
}
