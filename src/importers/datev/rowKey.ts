/**
 * 64 bits of a record's cells, as 16 hex digits: two lanes of FNV-1a with different beginnings and a mix at the end. It
 * tells the bookings of a day apart, and is no protection against anybody.
 */
export function rowKey(cells: readonly string[]): string {
  let a = 0x811c9dc5;
  let b = 0x2f0b4c47;
  for (const cell of cells) {
    for (let i = 0; i < cell.length; i += 1) {
      const unit = cell.charCodeAt(i);
      a = Math.imul(a ^ unit, 0x01000193);
      b = Math.imul(b ^ ((unit << 7) | (i % 128)), 0x01000193);
    }
    a = Math.imul(a ^ 0x1ffff, 0x01000193);
    b = Math.imul(b ^ 0x3fffe, 0x01000193);
  }
  return hex(a ^ (b >>> 15)) + hex(b ^ (a >>> 13));
}

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');
