import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '../../src/session/session';
import { openSession } from '../support/openSession';
import { bring, documents } from './workbench';

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.close());
beforeEach(() => session.clear());

/** Bytes of a text in a code page, by asking the decoder what each byte means. */
function encode(text: string, encoding: string): Uint8Array<ArrayBuffer> {
  const decoder = new TextDecoder(encoding);
  const byteOf = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) byteOf.set(decoder.decode(Uint8Array.of(byte)), byte);
  return Uint8Array.from([...text], (letter) => {
    const byte = byteOf.get(letter);
    if (byte === undefined) throw new Error(`${encoding} has no ${letter}`);
    return byte;
  });
}

function utf16(text: string, isLittle: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i += 1) view.setUint16(i * 2, text.charCodeAt(i), isLittle);
  return new Uint8Array(view.buffer);
}

const czech = ['Příliš žluťoučký kůň', 'Ďáblův ještěr, s.r.o.', 'Šárka Nováčková'];
const spanish = ['Compañía del Agua', 'José Núñez Ibáñez', '¿Qué? Ñandú'];
const textOf = (names: readonly string[]) =>
  `Invoice;Customer;Date;Amount\n${names.map((name, i) => `F-${i};${name};2026-01-0${i + 1};1,50`).join('\n')}\n`;

describe('text arrives in whatever encoding it was saved', () => {
  it.each([
    { encoding: 'utf-8', names: [...czech, ...spanish], bytes: (t: string) => t },
    { encoding: 'utf-8', names: [...czech, ...spanish], bytes: (t: string) => `\ufeff${t}` },
    { encoding: 'windows-1250', names: czech, bytes: (t: string) => encode(t, 'windows-1250') },
    { encoding: 'windows-1252', names: spanish, bytes: (t: string) => encode(t, 'windows-1252') },
    { encoding: 'utf-16le', names: czech, bytes: (t: string) => utf16(`\ufeff${t}`, true) },
    { encoding: 'utf-16be', names: spanish, bytes: (t: string) => utf16(`\ufeff${t}`, false) },
    { encoding: 'utf-16le', names: spanish, bytes: (t: string) => utf16(t, true) },
  ])('$encoding: $names.0', async ({ encoding, names, bytes }) => {
    const { plan } = await bring(session, 'names.csv', bytes(textOf(names)));
    expect(plan.staged.encoding).toBe(encoding);
    expect(await documents(session, ['customer_id', 'amount'])).toEqual(
      names.map((name) => `${name} | 1.5000`),
    );
  });

  it('the encoding that a person chose wins over the guess', async () => {
    const bytes = encode(textOf(['Łódź, Žižka']), 'iso-8859-2');
    await bring(session, 'names.csv', bytes, { encoding: 'iso-8859-2' });
    expect(await documents(session, ['customer_id'])).toEqual(['Łódź, Žižka']);
  });
});
