import { deflateRawSync, crc32 as sumOf } from 'node:zlib';
import { joined, utf8 } from './bytes';

/** A file to be packed, and what its headers are to say of it where that is not the truth. */
export interface Packed {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly stored?: boolean;
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  readonly packedSize?: number;
  readonly plainSize?: number;
  /** Where the directory says that it begins. */
  readonly offset?: number;
  /** Attributes as UNIX has them, such as those of a link. */
  readonly mode?: number;
}

export interface ZipEnd {
  readonly count?: number;
  readonly directoryOffset?: number;
  readonly comment?: string;
}

function bytesOf(...fields: readonly (readonly [2 | 4, number])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [size]) => sum + size, 0)));
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value >>> 0, true);
    at += size;
  }
  return new Uint8Array(view.buffer);
}

/**
 * A zip archive that says what it is told to say. Source of the layout: PKWARE, APPNOTE.TXT, 4.3.
 */
export function zip(files: readonly Packed[], end: ZipEnd = {}): Uint8Array<ArrayBuffer> {
  const bodies: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const one of files) {
    const content = typeof one.content === 'string' ? utf8(one.content) : one.content;
    const packed = one.stored ? content : new Uint8Array(deflateRawSync(content));
    const name = utf8(one.name);
    const common = [
      [2, (one.flags ?? 0) | 0x800],
      [2, one.method ?? (one.stored ? 0 : 8)],
      [4, 0x5d4f0000],
      [4, one.crc ?? sumOf(content)],
      [4, one.packedSize ?? packed.length],
      [4, one.plainSize ?? content.length],
      [2, name.length],
      [2, 0],
    ] as const;
    const body = joined(bytesOf([4, 0x04034b50], [2, 20], ...common), name, packed);
    bodies.push(body);
    directory.push(
      bytesOf(
        [4, 0x02014b50],
        [2, 0x0314],
        [2, 20],
        ...common,
        [2, 0],
        [2, 0],
        [2, 0],
        [4, (one.mode ?? 0) << 16],
        [4, one.offset ?? at],
      ),
      name,
    );
    at += body.length;
  }
  const listed = joined(...directory);
  const comment = utf8(end.comment ?? '');
  const count = end.count ?? files.length;
  return joined(
    ...bodies,
    listed,
    bytesOf(
      [4, 0x06054b50],
      [2, 0],
      [2, 0],
      [2, count],
      [2, count],
      [4, listed.length],
      [4, end.directoryOffset ?? at],
      [2, comment.length],
    ),
    comment,
  );
}
