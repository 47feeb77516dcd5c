import { formatAmount } from '../i18n/formats';
import type { ChartStyle } from './chartStyle';
import { cellName, cellText } from './heatOption';
import type { Matrix, MatrixCell } from './matrix';
import type { TwinLine } from './Twin';

interface MatrixTwin {
  readonly matrix: Matrix;
  readonly style: ChartStyle;
  readonly opens: (cell: MatrixCell) => boolean;
  readonly onOpen: (cell: MatrixCell) => void;
}

/** The lines of the table beside a matrix: each figure with its share, and the sum of the row last. */
export function matrixTwin({ matrix, style, opens, onOpen }: MatrixTwin): readonly TwinLine[] {
  const { translate, locale, negative } = style;
  return matrix.rows.map((line, row) => ({
    key: line.id,
    name: line.name,
    cells: [
      ...matrix.columns.map(({ id }, column) => {
        const cell = matrix.cells.find((one) => one.row === row && one.column === column);
        if (!cell) return { key: id, text: '' };
        const text = cellText(cell, matrix, style);
        if (!opens(cell)) return { key: id, text };
        const name = translate('chart.openCell', { name: cellName(cell, matrix), figure: text });
        return { key: id, text, open: { name, run: () => onOpen(cell) } };
      }),
      { key: 'total', text: formatAmount(line.total, locale, negative) },
    ],
  }));
}
