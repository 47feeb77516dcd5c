import { describe, expect, it } from 'vitest';
import { ImportFailure } from '../../domain/import/problem';
import { Cancelled } from '../../engine/errors';
import { textAt, type XmlElement } from './element';
import { readXml } from './read';

const file = (...parts: BlobPart[]) => ({ name: 'a.xml', blob: new Blob(parts) });

/** The entries of a document, one by one. */
async function entriesOf(...parts: BlobPart[]): Promise<readonly XmlElement[]> {
  const found: XmlElement[] = [];
  await readXml(
    file(...parts),
    {},
    {
      open: (path) =>
        path.at(-1) === 'entry' ? 'take' : path.at(-1) === 'skip' ? 'skip' : 'enter',
      take: (element) => found.push(element),
    },
  );
  return found;
}

async function problemOf(...parts: BlobPart[]): Promise<ImportFailure['problem']> {
  const end = await entriesOf(...parts).catch((error: unknown) => error);
  if (end instanceof ImportFailure) return end.problem;
  throw end;
}

describe('reading XML', () => {
  it('gives each wanted element whole, by names without prefixes, and nothing else', async () => {
    const entries = await entriesOf(
      '<x:list xmlns:x="urn:x"><x:entry n="1"><x:amount>1&amp;2</x:amount></x:entry>',
      '<skip><entry/></skip><other/><x:entry><x:amount><![CDATA[<3>]]></x:amount></x:entry></x:list>',
    );
    expect(entries.map((one) => textAt(one, 'amount'))).toEqual(['1&2', '<3>']);
    expect(entries[0]?.attributes).toEqual({ n: '1' });
  });

  it('reads a document of many pieces without holding it', async () => {
    const entry = `<entry><amount>${'9'.repeat(40)}</amount></entry>\n`;
    const entries = await entriesOf('<list>', entry.repeat(60_000), '</list>');
    expect(entries).toHaveLength(60_000);
    expect(entries.at(-1)?.line).toBe(60_000);
  });

  it('tells the encoding by the byte order mark, by zeros, or by the declaration', async () => {
    const bytesOf = (
      text: string,
      encode: (code: number) => readonly number[],
    ): Uint8Array<ArrayBuffer> =>
      Uint8Array.from([...text].flatMap((one) => encode(one.charCodeAt(0))));
    const little = (code: number): readonly number[] => [code & 255, code >> 8];
    const text = '<?xml version="1.0" encoding="UTF-16"?><entry>Dvořák €</entry>';
    expect((await entriesOf(bytesOf(`\ufeff${text}`, little)))[0]?.text).toBe('Dvořák €');
    expect((await entriesOf(bytesOf(text, little)))[0]?.text).toBe('Dvořák €');
    expect((await entriesOf(text))[0]?.text).toBe('Dvořák €');
    const single = (label: string, byte: number): Promise<readonly XmlElement[]> =>
      entriesOf(
        `<?xml version="1.0" encoding="${label}"?><entry>`,
        Uint8Array.of(byte),
        '</entry>',
      );
    expect((await single('windows-1250', 0xf8))[0]?.text).toBe('ř');
    expect((await single('ISO-8859-2', 0xb9))[0]?.text).toBe('š');
    expect((await single('ISO-8859-15', 0xa4))[0]?.text).toBe('€');
    expect((await single('ISO-8859-1', 0xf1))[0]?.text).toBe('ñ');
  });

  it('refuses bytes that are not in the encoding, and an encoding that does not exist', async () => {
    expect(await problemOf('<entry>', Uint8Array.of(0xf8, 0x20), '</entry>')).toMatchObject({
      code: 'wrong_encoding',
    });
    expect(await problemOf('<?xml version="1.0" encoding="EBCDIC-9"?><entry/>')).toMatchObject({
      code: 'damaged_file',
      values: { detail: 'encoding ebcdic-9' },
    });
  });

  it('refuses a DOCTYPE wherever it stands, and so every entity', async () => {
    const laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><entry>&c;</entry>';
    const unsafe = { code: 'unsafe_file', values: { what: 'DOCTYPE' } };
    expect(await problemOf(laughs)).toMatchObject(unsafe);
    expect(await problemOf('<?xml version="1.0"?><!-- <a> -->\n', laughs)).toMatchObject(unsafe);
    expect(await problemOf('<!DOCTYPE a [', '<!ENTITY b "x">'.repeat(200_000))).toMatchObject(
      unsafe,
    );
    expect(await problemOf('<entry>&c;</entry>')).toMatchObject({ code: 'damaged_file' });
    expect((await entriesOf('<!-- <!DOCTYPE a> --><entry/>')).length).toBe(1);
  });

  it('tells where a document is broken', async () => {
    expect(await problemOf('<list>\n<entry></list>')).toMatchObject({
      code: 'damaged_file',
      line: 2,
      values: { place: '2:14', detail: 'unexpected close tag.' },
    });
    expect(await problemOf('<list><entry/>')).toMatchObject({ code: 'damaged_file' });
    expect(await problemOf('')).toMatchObject({ code: 'empty_file' });
    expect(await problemOf('no markup')).toMatchObject({ code: 'damaged_file' });
  });

  it('bounds how deep elements lie in each other, taken, entered or skipped', async () => {
    const deep = (name: string, count: number): string =>
      `<list>${`<${name}>`.repeat(count)}${`</${name}>`.repeat(count)}</list>`;
    const limit = { code: 'limit_exceeded', values: { name: 'depthMax', limit: 100 } };
    for (const name of ['entry', 'other', 'skip']) {
      expect(await problemOf(deep(name, 100_000))).toMatchObject(limit);
      expect(await problemOf(deep(name, 100))).toMatchObject(limit);
    }
    expect(await entriesOf(deep('entry', 99))).toHaveLength(1);
  });

  it('bounds a text, an attribute, a comment and what stands before the root', async () => {
    const large = 'x'.repeat(2_000_000);
    const limit = { code: 'cell_too_large', values: { limit: 1_000_000 } };
    expect(await problemOf('<entry>', large, '</entry>')).toMatchObject(limit);
    expect(await problemOf('<entry a="', large, '"/>')).toMatchObject(limit);
    expect(await problemOf('<entry><!--', large, '--></entry>')).toMatchObject(limit);
    expect(await problemOf('<!--', large, '--><entry/>')).toMatchObject(limit);
    expect(await problemOf('<!--x-->'.repeat(300_000), '<entry/>')).toMatchObject(limit);
  });

  it('stops where it is cancelled', async () => {
    const reading = readXml(
      file('<list/>'),
      { signal: AbortSignal.abort() },
      { open: () => 'enter', take: () => undefined },
    );
    await expect(reading).rejects.toBeInstanceOf(Cancelled);
  });
});
