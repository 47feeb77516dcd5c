import { Code, Drawer, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ResultRow } from '../domain/report/result';
import { useTranslate } from '../i18n/setup';

interface ExplainProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** The rule in words. */
  readonly rule: readonly string[];
  /** The query as it was sent. */
  readonly sql: string | undefined;
  /** The row last looked at, for its file and line. */
  readonly row: ResultRow | undefined;
  /** More about that row. */
  readonly children?: ReactNode;
}

/** The file of a source id: what stands before its hash. */
function fileOf(source: string): string {
  return source.replace(/#[0-9a-f]{8}$/, '');
}

/** How a figure came to be: the rule, the query, and the file and line of the row it stands on. */
export function ExplainDrawer(props: ExplainProps): ReactNode {
  const t = useTranslate();
  const source = props.row?.['source_id'];
  const line = props.row?.['source_row'];
  const hasLine = typeof source === 'string' && typeof line === 'number';
  return (
    <Drawer
      opened={props.isOpen}
      onClose={props.onClose}
      position="right"
      size="lg"
      title={t('page.explainTitle')}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <Stack>
        <Title order={3}>{t('page.explainRule')}</Title>
        {props.rule.map((sentence) => (
          <Text key={sentence} size="sm">
            {sentence}
          </Text>
        ))}
        {(hasLine || !props.children) && (
          <>
            <Title order={3}>{t('page.explainRow')}</Title>
            <Text size="sm" data-testid="explain-source">
              {hasLine
                ? t('page.explainFileLine', { file: fileOf(source), line: String(line) })
                : t('page.explainPickRow')}
            </Text>
          </>
        )}
        {props.children}
        <Title order={3}>{t('page.explainSql')}</Title>
        <Code block>{(props.sql ?? '').replace(/^\s*\n/, '')}</Code>
      </Stack>
    </Drawer>
  );
}
