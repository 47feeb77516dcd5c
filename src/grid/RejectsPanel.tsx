import { Button } from '@mantine/core';
import { IconCopy, IconX } from '@tabler/icons-react';
import Papa from 'papaparse';
import type { Column } from '../domain/report/column';
import { formatInteger } from '../i18n/formats';
import { columnText } from '../i18n/labels';
import { guardFormula } from '../lib/spreadsheetText';
import type { CellStyle } from './cellText';
import type { EditReject } from './editing';
import classes from './editing.module.css';

/** Seen at once; a copy has all of them. */
const shownMax = 200;

/** What an edit did not do: values that were refused, or that nothing was applied at all. */
export interface EditProblem {
  /** Why nothing was applied. */
  readonly message?: string | undefined;
  readonly rejects: readonly EditReject[];
}

interface RejectsPanelProps {
  readonly problem: EditProblem;
  readonly columns: readonly Column[];
  readonly style: CellStyle;
  readonly onClose: () => void;
  readonly onCopied: (rows: number) => void;
}

/** The values that were not taken, below the grid, until they are read and closed. */
export function RejectsPanel({ problem, columns, style, onClose, onCopied }: RejectsPanelProps) {
  const { translate, locale } = style;
  const { message, rejects } = problem;
  const nameOf = (id: string) => {
    const column = columns.find((one) => one.id === id);
    return column ? columnText(translate, column, columns) : id;
  };
  const headers = (['line', 'column', 'value', 'reason'] as const).map((part) =>
    translate(`grid.rejects.${part}`),
  );
  const copy = () => {
    const lines = rejects.map(({ line, column, value, reason }) =>
      [String(line), nameOf(column), value, reason].map(guardFormula),
    );
    const text = Papa.unparse([headers, ...lines], { delimiter: '\t', newline: '\r\n' });
    navigator.clipboard.writeText(text).then(
      () => onCopied(rejects.length),
      () => undefined,
    );
  };
  const shown = rejects.slice(0, shownMax).map((reject, order) => ({ ...reject, order }));
  const title = translate('grid.rejects.title', { count: rejects.length });
  return (
    <section className={classes['rejects']} aria-label={title} data-testid="rejects">
      <div className={classes['rejectsHead']}>
        {message !== undefined && (
          <span role="alert" className={classes['failed']}>
            {translate('grid.edit.failed', { message })}
          </span>
        )}
        {rejects.length > 0 && <strong>{title}</strong>}
        <span className={classes['spring']} />
        {rejects.length > 0 && (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconCopy size={14} />}
            onClick={copy}
          >
            {translate('grid.rejects.copy')}
          </Button>
        )}
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconX size={14} />}
          onClick={onClose}
        >
          {translate('grid.rejects.close')}
        </Button>
      </div>
      {rejects.length > 0 && (
        <div className={classes['rejectsBody']}>
          <table>
            <thead>
              <tr>
                {headers.map((header) => (
                  <th key={header} scope="col">
                    {header}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map(({ line, column, value, reason, order }) => (
                <tr key={order}>
                  <td>{formatInteger(line, locale)}</td>
                  <td>{nameOf(column)}</td>
                  <td className={classes['value']}>{value}</td>
                  <td>{reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {rejects.length > shownMax && (
            <div>{translate('grid.rejects.more', { count: rejects.length - shownMax })}</div>
          )}
        </div>
      )}
    </section>
  );
}
