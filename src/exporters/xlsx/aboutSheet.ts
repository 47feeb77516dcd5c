import type { SheetData } from 'write-excel-file/universal';
import { columnText } from '../../i18n/labels';
import { isMessageKey } from '../../i18n/texts';
import type { Translate } from '../../i18n/translate';
import type { ExportJob } from '../job';
import { amountCell, textCell } from './cells';

/** What a reader needs to trust the numbers without the program: what, as of when, from what, and that it ties. */
export function aboutRows(job: ExportJob, translate: Translate): SheetData {
  const { result } = job;
  const bold = (text: string) => ({ ...textCell(text), fontWeight: 'bold' as const });
  const rows: SheetData = [
    [bold(translate('export.about.report')), bold(job.title)],
    [textCell(translate('export.about.reportId')), textCell(result.report)],
    ...Object.entries(result.params).map(([name, value]) => [
      textCell(`${translate('export.about.params')}: ${name}`),
      textCell(value),
    ]),
    ...job.about.map(({ label, value }) => [textCell(label), textCell(value)]),
    [
      textCell(translate('export.about.rowCount')),
      { value: result.rowCount, type: Number, format: '#,##0' },
    ],
  ];
  if (result.totals.length > 0) {
    rows.push([], [bold(translate('export.about.controlTotals'))]);
    for (const total of result.totals)
      for (const column of result.columns) {
        const cell = total[column.id];
        if (column.kind !== 'money' || typeof cell !== 'string') continue;
        const currency = total[column.currencyColumn ?? ''];
        rows.push([
          textCell(columnText(translate, column, result.columns)),
          amountCell(cell),
          textCell(typeof currency === 'string' ? currency : ''),
        ]);
      }
  }
  if (result.tieOuts.length > 0) {
    rows.push(
      [],
      [
        bold(translate('export.about.tieOuts')),
        bold(translate('export.about.left')),
        bold(translate('column.currency')),
        bold(translate('export.about.right')),
        bold(translate('column.difference')),
      ],
    );
    for (const { name, currency, left, right, difference } of result.tieOuts) {
      const key = `tieOut.${name}`;
      rows.push([
        textCell(isMessageKey(key) ? translate(key) : name),
        amountCell(left),
        textCell(currency),
        amountCell(right),
        amountCell(difference),
      ]);
    }
  }
  return rows;
}
