import { fail } from '../fail';
import { limits } from '../limits';
import type { ReadOptions, SourceFile } from '../source';
import { type InnerFile, openArchive } from '../zip/archive';
import { checkProlog } from './prolog';
import { checkRepeats } from './repeats';

const latin1 = new TextDecoder('latin1');

/** Characters at a part's end in which its root is closed. */
const endCharacters = 1_000;

/** The part of an OpenDocument that holds its tables. */
const openDocument = 'content.xml';

/** Kinds of parts, by the ends of their types, without which a workbook does not say what it said. */
const needed = /\/(?:officeDocument|worksheet|styles)$/;

/** Parts that hold cells, and their roots. */
const roots: readonly (readonly [path: RegExp, root: string])[] = [
  [/(?:^|\/)worksheets\/[^/]+\.xml$/i, 'worksheet'],
  [/(?:^|\/)sharedStrings\.xml$/i, 'sst'],
  [/^content\.xml$/, 'document-content'],
];

/**
 * Unpacks a workbook's parts to see that each is what its archive says, no bomb, whole, and that none is missing. The
 * reader of the sheets passes over a part that it cannot read, as if there had been none.
 * @returns the parts, unpacked, by their names
 * @throws ImportFailure; Cancelled
 */
export async function checkPackage(
  file: SourceFile,
  options: ReadOptions,
): Promise<ReadonlyMap<string, Blob>> {
  const parts = await openArchive(file, { signal: options.signal });
  const names = new Set(parts.map(({ name }) => name.toLowerCase()));
  const unpacked = new Map<string, Blob>();
  for (const part of parts) {
    const blob = await part.blob();
    unpacked.set(part.name, blob);
    if (!/\.(?:xml|rels)$/i.test(part.name)) continue;
    await checkProlog(file, blob, part.name);
    // OpenDocument 1.2, part 3: a sealed part stands in the manifest with what it was sealed with.
    if (part.name === 'META-INF/manifest.xml' && (await blob.text()).includes('encryption-data'))
      fail(file, 'encrypted_file');
    if (part.name.endsWith('.rels')) checkLinks(file, part, await blob.text(), names);
    await checkEnd(file, part.name, blob);
    if (part.name === openDocument) await checkRepeats(file, blob);
  }
  return unpacked;
}

/** Whether a part that holds cells goes on to the end of its root. */
async function checkEnd(file: SourceFile, name: string, blob: Blob): Promise<void> {
  const root = roots.find(([path]) => path.test(name))?.[1];
  // A sealed part is no XML, and is told of where the manifest says so.
  if (root === undefined || !(await isXml(blob))) return;
  const tail = latin1
    .decode(await blob.slice(-endCharacters).arrayBuffer())
    .replaceAll('\0', '')
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .trimEnd();
  const isClosed = new RegExp(
    `(?:</(?:[\\w.-]+:)?${root}\\s*>|<(?:[\\w.-]+:)?${root}\\b[^<]*/>|-->)$`,
  );
  if (!isClosed.test(tail)) damaged(file, name, 'it ends within itself');
}

async function isXml(blob: Blob): Promise<boolean> {
  const head = latin1.decode(await blob.slice(0, 100).arrayBuffer());
  return /^(?:ï»¿|ÿþ|þÿ)?[\s\0]*</.test(head);
}

/** Whether the parts are there to which a part refers. Source: ECMA-376, part 2, 8.3. */
function checkLinks(
  file: SourceFile,
  { name }: InnerFile,
  text: string,
  names: ReadonlySet<string>,
): void {
  const folder = name.replace(/_rels\/[^/]*$/, '');
  for (const [link] of text.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    const of = (attribute: string): string =>
      new RegExp(`\\s${attribute}\\s*=\\s*["']([^"']*)["']`).exec(link)?.[1] ?? '';
    if (!needed.test(of('Type')) || of('TargetMode') === 'External') continue;
    const target = pathOf(folder, of('Target'));
    if (!names.has(target.toLowerCase())) damaged(file, target, 'the part is missing');
  }
}

function pathOf(folder: string, target: string): string {
  const path: string[] = [];
  const from = target.startsWith('/') ? target : `${folder}${target}`;
  for (const step of from.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

function damaged(file: SourceFile, place: string, detail: string): never {
  return fail(file, 'damaged_file', undefined, { place, detail });
}

/** More rows and columns than a sheet has in any program. Source: ECMA-376, part 1, 18.3.1.73 and 18.3.1.4. */
export const sheetRowsMax = 1_048_576;
export const sheetColumnsMax = 16_384;

/** @throws ImportFailure where a workbook has more cells than are held in memory */
export function checkCells(file: SourceFile, cells: number): void {
  if (cells > limits.gridCellsMax)
    fail(file, 'limit_exceeded', undefined, { name: 'gridCellsMax', limit: limits.gridCellsMax });
}
