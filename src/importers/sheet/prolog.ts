import { fail } from '../fail';
import type { SourceFile } from '../source';

const latin1 = new TextDecoder('latin1');

/** Nothing that a workbook needs stands so long before its root. */
const prologBytesMax = 1 << 20;
const pieceBytes = 1 << 14;

/**
 * Whether a part of a workbook begins without a document type and without entities; however much stands before its
 * root is looked at.
 * @throws ImportFailure `unsafe_file`
 */
export async function checkProlog(file: SourceFile, blob: Blob, name: string): Promise<void> {
  let text = '';
  for (let at = 0; at < blob.size; at += pieceBytes) {
    const piece = await blob.slice(at, at + pieceBytes).arrayBuffer();
    text += latin1.decode(piece).replaceAll('\0', '');
    const plain = text.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, '');
    const root = /<[^?!]/.exec(plain)?.index;
    const unsafe = /<!(?:DOCTYPE|ENTITY)/i.exec(plain.slice(0, root));
    if (unsafe) fail(file, 'unsafe_file', undefined, { what: `${unsafe[0].toUpperCase()}>` });
    if (root !== undefined) return;
    if (at + pieceBytes > prologBytesMax)
      fail(file, 'damaged_file', undefined, { place: name, detail: 'nothing but comments' });
  }
}
