import { describe, expect, it } from 'vitest';
import type { Mapping } from '../../domain/import/mapping';
import { mappingRows, withDecimal, withFormats } from './mappingRows';

const headers = ['No', 'Day', 'Sum', 'Tax'];
const number = { kind: 'number', decimal: '.', plain: true } as const;
const comma = { kind: 'number', decimal: ',', plain: false } as const;
const mapping: Mapping = {
  dataset: 'document',
  fields: {
    document_id: { column: 0, header: 'No' },
    document_date: { column: 1, header: 'Day', format: { kind: 'date', order: 'DMY2' } },
    amount: { column: 2, header: 'Sum', format: number },
    tax_amount: { column: 3, header: 'Tax', format: number },
  },
  constants: {},
  flipSign: false,
};

describe('the columns in the preview', () => {
  it('offer every way to read a date or a number, and none to read a text', () => {
    const rows = mappingRows(headers, mapping);
    expect(rows.map(({ readAs, choices }) => [readAs, choices.size])).toEqual([
      ['import.format.text', 0],
      ['import.format.dmy2', 11],
      ['import.format.point', 2],
      ['import.format.point', 2],
    ]);
  });

  it('are read as said, where their field is of that kind', () => {
    const { fields } = withFormats(
      mapping,
      new Map([
        [0, comma],
        [1, comma],
        [2, comma],
      ]),
    );
    expect(fields).toEqual({
      ...mapping.fields,
      amount: { column: 2, header: 'Sum', format: comma },
    });
  });

  it('can have a decimal comma, the asked ones alone', () => {
    const { fields } = withDecimal(mapping, ['Tax'], ',');
    expect([fields['amount']?.format, fields['tax_amount']?.format]).toEqual([number, comma]);
  });
});
