import { Alert, Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useCallback, useState } from 'react';
import type { ChartHandle } from '../charts/chartHandle';
import type { AgingPolicy } from '../domain/aging/policy';
import type { TieOut } from '../domain/report/result';
import type { CodeWordings } from '../i18n/labels';
import { useTranslate } from '../i18n/setup';
import type { OpenReport } from '../reports/run';
import { type PrintJob, PrintSheet } from './PrintSheet';
import { type ExportKind, useExport } from './useExport';

/** A chart's way out of the page. */
export type ChartPictures = ChartHandle;

interface ExportMenuProps {
  readonly open: OpenReport;
  readonly title: string;
  readonly tieOuts: readonly TieOut[] | undefined;
  readonly policy: AgingPolicy | undefined;
  readonly pictures: RefObject<ChartPictures | null> | undefined;
  readonly codes: CodeWordings | undefined;
  /** The columns that are seen, from left to right. */
  readonly shown: readonly string[];
}

/** Takes exactly what is seen along: rows in their order, totals, policy and sources. */
export function ExportMenu(props: ExportMenuProps): ReactNode {
  const t = useTranslate();
  const [printing, setPrinting] = useState<PrintJob>();
  const { busy, problem, run } = useExport({ ...props, onPrint: setPrinting });
  const [isOpen, setOpen] = useState(false);
  const donePrinting = useCallback(() => setPrinting(undefined), []);
  const entries: readonly (readonly [ExportKind, string])[] = [
    ['csv', t('page.exportCsv')],
    ['xlsx', t('page.exportXlsx')],
    ['print', t('page.exportPrint')],
    ...(props.pictures
      ? ([
          ['svg', t('page.exportSvg')],
          ['png', t('page.exportPng')],
        ] as const)
      : []),
    ['line', t('page.exportLine')],
  ];
  return (
    <>
      {problem !== undefined && (
        <Alert color="red" role="alert" p={6}>
          {problem}
        </Alert>
      )}
      {printing && <PrintSheet job={printing} codes={props.codes} onDone={donePrinting} />}
      <Menu opened={isOpen} onChange={setOpen} position="bottom-end">
        <Menu.Target>
          <Button size="xs" loading={busy} leftSection={<IconDownload size={14} aria-hidden />}>
            {t('page.export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {entries.map(([kind, label]) => (
            <Menu.Item key={kind} onClick={() => void run(kind)}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
