const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The texts between `offsets`, all decoded in one go and then cut: a call of the decoder for each cell
 * would cost more than everything else together.
 * Byte offsets become places in the decoded text by counting the bytes that begin a character, twice
 * for those of four bytes, which take two UTF-16 units.
 */
export function cutTexts(bytes: Uint8Array, offsets: Int32Array, count: number): string[] {
  const first = offsets[0] ?? 0;
  const last = offsets[count] ?? first;
  const text = decoder.decode(bytes.subarray(first, last));
  const texts: string[] = new Array<string>(count);
  if (text.length === last - first) {
    for (let row = 0; row < count; row += 1) {
      texts[row] = text.slice((offsets[row] ?? 0) - first, (offsets[row + 1] ?? 0) - first);
    }
    return texts;
  }
  let place = 0;
  let at = first;
  for (let row = 0; row < count; row += 1) {
    const from = place;
    for (const end = offsets[row + 1] ?? at; at < end; at += 1) {
      const byte = bytes[at] ?? 0;
      if ((byte & 0xc0) !== 0x80) place += byte >= 0xf0 ? 2 : 1;
    }
    texts[row] = text.slice(from, place);
  }
  return texts;
}
