import { joined, raw, utf8, withBytes } from './bytes';
import { type Family, type Outcome, one, refused, table, taken } from './case';

/** Numbers as Parquet's directory has them: zigzag, seven bits a byte. Source: Thrift, compact protocol. */
function varint(value: number): readonly number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}
const zigzag = (value: number): readonly number[] => varint(value < 0 ? -value * 2 - 1 : value * 2);

type Field = readonly [id: number, type: number, bytes: readonly number[]];
const i32 = (id: number, value: number): Field => [id, 5, zigzag(value)];
const i64 = (id: number, value: number): Field => [id, 6, zigzag(value)];
const str = (id: number, text: string): Field => [
  id,
  8,
  [...varint(utf8(text).length), ...utf8(text)],
];
const list = (id: number, type: number, items: readonly (readonly number[])[]): Field => [
  id,
  9,
  [
    (Math.min(items.length, 15) << 4) | type,
    ...(items.length > 14 ? varint(items.length) : []),
    ...items.flat(),
  ],
];
const inner = (id: number, ...fields: readonly Field[]): Field => [id, 12, struct(...fields)];

function struct(...fields: readonly Field[]): readonly number[] {
  let last = 0;
  const bytes = fields.flatMap(([id, type, value]) => {
    const step = id - last;
    last = id;
    return [(step << 4) | type, ...value];
  });
  return [...bytes, 0];
}

interface Lies {
  readonly rows?: number;
  readonly groupRows?: number;
  readonly values?: number;
  readonly pageOffset?: number;
  readonly unpacked?: number;
  readonly codec?: number;
  readonly footerSize?: number;
  readonly magic?: string;
  readonly amounts?: readonly string[];
}

/** A table of two invoices, all columns texts, and its directory, which may lie. Source: parquet.apache.org, File Format. */
function parquet({ amounts = ['100.00', '50.00'], ...lies }: Lies = {}): Uint8Array<ArrayBuffer> {
  const columns: Readonly<Record<string, readonly string[]>> = {
    document_id: amounts.map((_, i) => `F-${i + 1}`),
    document_date: amounts.map(() => '2026-01-31'),
    currency: amounts.map(() => 'EUR'),
    amount: amounts,
  };
  const count = amounts.length;
  const parts: Uint8Array[] = [raw('PAR1')];
  let at = 4;
  const chunks = Object.entries(columns).map(([name, texts]) => {
    const values = texts.flatMap((text) =>
      [...utf8(text)].length ? [utf8(text).length, 0, 0, 0, ...utf8(text)] : [0, 0, 0, 0],
    );
    const pageHeader = struct(
      i32(1, 0),
      i32(2, values.length),
      i32(3, values.length),
      inner(5, i32(1, count), i32(2, 0), i32(3, 3), i32(4, 3)),
    );
    const page = joined(Uint8Array.from(pageHeader), Uint8Array.from(values));
    parts.push(page);
    const offset = at;
    at += page.length;
    return struct(
      i64(2, offset),
      inner(
        3,
        i32(1, 6),
        list(2, 5, [zigzag(0)]),
        list(3, 8, [[name.length, ...utf8(name)]]),
        i32(4, lies.codec ?? 0),
        i64(5, lies.values ?? count),
        i64(6, lies.unpacked ?? page.length),
        i64(7, page.length),
        i64(9, lies.pageOffset ?? offset),
      ),
    );
  });
  const schema = [
    struct(str(4, 'root'), i32(5, Object.keys(columns).length)),
    ...Object.keys(columns).map((name) => struct(i32(1, 6), i32(3, 0), str(4, name), i32(6, 0))),
  ];
  const footer = struct(
    i32(1, 1),
    list(2, 12, schema),
    i64(3, lies.rows ?? count),
    list(4, 12, [struct(list(1, 12, chunks), i64(2, at), i64(3, lies.groupRows ?? count))]),
  );
  const size = new DataView(new ArrayBuffer(4));
  size.setUint32(0, lies.footerSize ?? footer.length, true);
  return joined(
    ...parts,
    Uint8Array.from(footer),
    new Uint8Array(size.buffer),
    raw(lies.magic ?? 'PAR1'),
  );
}

const packed = (name: string, content: () => BlobPart, outcome: Outcome) =>
  one(name, 'bad.parquet', content, outcome);
const damaged = refused('damaged_file');

export const parquetCases: Family = {
  name: 'Parquet',
  casesMin: 15,
  cases: [
    packed(
      'a table',
      () => parquet(),
      taken(table(2, { totals: ['EUR 150'], reads: { document_id: ['F-1', 'F-2'] } })),
    ),
    packed(
      'an amount that is none',
      () => parquet({ amounts: ['100.00', 'x'] }),
      taken(table(2, { totals: ['EUR 100'], rejects: [[3, 'unreadable', 'amount']] })),
    ),
    packed('a table without rows', () => parquet({ amounts: [] }), refused('no_rows')),
    packed('a directory that was cut', () => parquet().slice(0, -20), damaged),
    packed('its first half', () => parquet().slice(0, 200), damaged),
    packed('its first four bytes', () => raw('PAR1'), damaged),
    packed('a mark at its end that is none', () => parquet({ magic: 'PAR2' }), damaged),
    packed(
      'a mark at its start that is none',
      () => withBytes(parquet(), 0, 0x58),
      refused('binary_file'),
    ),
    packed(
      'a directory that is sealed',
      () => parquet({ magic: 'PARE' }),
      refused('encrypted_file'),
    ),
    packed(
      'a table that is sealed',
      () => withBytes(parquet({ magic: 'PARE' }), 0, ...raw('PARE')),
      refused('binary_file'),
    ),
    packed('a directory larger than the file', () => parquet({ footerSize: 0x7fffffff }), damaged),
    packed('a directory of no byte', () => parquet({ footerSize: 0 }), damaged),
    packed('a directory that is too short', () => parquet({ footerSize: 40 }), damaged),
    packed('more rows than there are', () => parquet({ rows: 3 }), damaged),
    packed(
      'a billion rows',
      () => parquet({ rows: 1_000_000_000, groupRows: 1_000_000_000, values: 1_000_000_000 }),
      refused('limit_exceeded', { values: { name: 'gridCellsMax' } }),
    ),
    packed(
      'ten million rows, of which two are there',
      () => parquet({ rows: 10_000_000, groupRows: 10_000_000, values: 10_000_000 }),
      damaged,
    ),
    packed('rows below nothing', () => parquet({ rows: -5 }), damaged),
    packed(
      'fewer rows than there are',
      () => parquet({ rows: 1, groupRows: 1, values: 1 }),
      damaged,
    ),
    packed('pages beyond the end', () => parquet({ pageOffset: 1_000_000 }), damaged),
    packed('pages before the beginning', () => parquet({ pageOffset: -10 }), damaged),
    packed(
      'a size unpacked of terabytes',
      () => parquet({ unpacked: 1e12 }),
      refused('limit_exceeded', { values: { name: 'unpackedBytesMax' } }),
    ),
    packed('a way of packing that nobody knows', () => parquet({ codec: 99 }), damaged),
    packed('a way of packing that it does not have', () => parquet({ codec: 1 }), damaged),
    packed(
      'a byte changed in its directory',
      () => withBytes(parquet(), -100, 0xff, 0xff, 0xff),
      damaged,
    ),
    packed(
      'a length of a text that goes beyond its page',
      () => withBytes(parquet(), 4 + 17, 0xff, 0xff, 0xff, 0x7f),
      damaged,
    ),
    packed(
      'nothing but zeros between its marks',
      () => joined(raw('PAR1'), new Uint8Array(1000), raw('PAR1')),
      damaged,
    ),
  ],
};
