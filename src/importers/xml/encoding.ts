import { decode } from '../csv/encoding';

const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean =>
  head.every((byte, i) => bytes[i] === byte);

/**
 * The encoding of an XML text, as a label that TextDecoder knows or may not know: a byte order mark, the zeros of
 * UTF-16, then what the declaration says. A declaration of UTF-16 in a text of single bytes was left over when the
 * file was saved anew: such a text is UTF-8. Source: XML 1.0, appendix F.
 */
export function xmlEncoding(head: Uint8Array): string {
  if (startsWith(head, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (startsWith(head, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(head, 0xfe, 0xff)) return 'utf-16be';
  if (startsWith(head, 0x3c, 0)) return 'utf-16le';
  if (startsWith(head, 0, 0x3c)) return 'utf-16be';
  const start = decode(head.subarray(0, 400), 'windows-1252');
  const declared = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(start)?.[1];
  if (declared === undefined || /^(?:utf-?16|ucs-?2)/i.test(declared)) return 'utf-8';
  return declared.toLowerCase();
}

/** The first characters of a text that may be XML, for telling which. */
export function xmlHead(head: Uint8Array): string {
  try {
    return decode(head, xmlEncoding(head));
  } catch {
    return decode(head, 'windows-1252');
  }
}
