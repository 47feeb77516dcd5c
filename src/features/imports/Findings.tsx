import { Alert, Button, Group, ScrollArea, Stack, Table, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Finding } from '../../domain/import/finding';
import { placeOf } from '../../domain/import/place';
import { formatDate, formatInteger } from '../../i18n/formats';
import type { Locale } from '../../i18n/locale';
import { useLocale, useTranslate } from '../../i18n/setup';
import type { Draft, ImportFlow } from './useImport';

interface FindingsProps {
  readonly draft: Draft;
  readonly flow: ImportFlow;
}

/** What is worth knowing of a file's rows although they can be taken, and what to do with each. */
export function Findings({ draft, flow }: FindingsProps): ReactNode {
  const t = useTranslate();
  const findings = draft.review?.findings ?? [];
  if (findings.length === 0) return null;
  return (
    <Stack gap="xs" data-testid="findings">
      <Title order={4}>{t('import.findings')}</Title>
      {findings.map((finding) => (
        <OneFinding key={finding.code} finding={finding} draft={draft} flow={flow} />
      ))}
    </Stack>
  );
}

/** Findings whose values are days. */
const ofDays: ReadonlySet<Finding['code']> = new Set([
  'due_before_issue',
  'settled_before_issue',
  'negative_period',
]);

const shownValue = ({ code }: Finding, value: string, locale: Locale): string =>
  ofDays.has(code) ? value.replace(/\d{4}-\d{2}-\d{2}/g, (day) => formatDate(day, locale)) : value;

/** What a full history lacks stays, unless a person says that it is void. */
function MissingDecision({ draft, flow }: FindingsProps): ReactNode {
  const t = useTranslate();
  const { mapping } = draft;
  if (!mapping?.content) return null;
  const { missing, ...kept } = mapping.content;
  return (
    <Button
      size="compact-xs"
      variant="default"
      onClick={() =>
        void flow.adjust(draft, {
          ...mapping,
          content: missing === 'void' ? kept : { ...kept, missing: 'void' },
        })
      }
    >
      {t(missing === 'void' ? 'import.keepMissing' : 'import.voidMissing')}
    </Button>
  );
}

function OneFinding(props: FindingsProps & { readonly finding: Finding }): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  const { finding, draft, flow } = props;
  const [isOpen, setOpen] = useState(false);
  const { file, origin } = draft.staged.staged;
  const hasPieces = origin?.pieces !== undefined;
  return (
    <Alert color="yellow" variant="light" p="xs" data-testid={`finding-${finding.code}`}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{t(`import.finding.${finding.code}`, { count: finding.count })}</Text>
        <Group gap="xs">
          <Button size="compact-xs" variant="default" onClick={() => setOpen(!isOpen)}>
            {t(isOpen ? 'import.hideRows' : 'import.showRows')}
          </Button>
          {finding.isOfRows && (
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => void flow.leaveOut(draft, finding.code)}
            >
              {t('import.leaveOut')}
            </Button>
          )}
          {finding.code === 'missing_from_full' && <MissingDecision draft={draft} flow={flow} />}
          {isOpen && finding.count > finding.rows.length && (
            <Text size="xs" c="dimmed">
              {t('import.firstOf', {
                shown: formatInteger(finding.rows.length, locale),
                count: formatInteger(finding.count, locale),
              })}
            </Text>
          )}
        </Group>
        {finding.code === 'missing_from_full' && draft.mapping?.content?.missing === 'void' && (
          <Text size="xs">{t('import.missingVoided')}</Text>
        )}
        {isOpen && (
          <ScrollArea.Autosize mah={200} w="100%" tabIndex={0} role="region">
            <Table>
              <Table.Thead>
                <Table.Tr>
                  {hasPieces && <Table.Th>{t('import.file')}</Table.Th>}
                  <Table.Th>{t('import.rejectLine')}</Table.Th>
                  <Table.Th>{t('import.foundValue')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {finding.rows.map((row) => {
                  const place = placeOf(file, origin, row.line);
                  return (
                    <Table.Tr key={`${row.line} ${row.value}`}>
                      {hasPieces && <Table.Td>{place.file}</Table.Td>}
                      <Table.Td>{row.line > 0 ? place.line : ''}</Table.Td>
                      <Table.Td>{shownValue(finding, row.value, locale)}</Table.Td>
                    </Table.Tr>
                  );
                })}
              </Table.Tbody>
            </Table>
          </ScrollArea.Autosize>
        )}
      </Stack>
    </Alert>
  );
}
