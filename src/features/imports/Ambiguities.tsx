import { Alert, Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Mapping } from '../../domain/import/mapping';
import { useTranslate } from '../../i18n/setup';
import { withDateOrder, withDecimal, withMoneyIn } from './mappingRows';
import type { Draft, ImportFlow } from './useImport';

/** The questions about a file that only its owner can answer: what its dates and numbers mean. */
export function Ambiguities(props: {
  readonly draft: Draft;
  readonly flow: ImportFlow;
}): ReactNode {
  const t = useTranslate();
  const { draft, flow } = props;
  const { mapping, ambiguousDates: dates, ambiguousNumbers: numbers } = draft;
  if (!mapping) return null;
  return (
    <>
      {dates.length > 0 && (
        <Question
          text={t('import.ambiguousDates', { columns: dates.join(', ') })}
          answers={dateAnswers(mapping, dates).map(([first, text]) => ({
            text: t(text),
            onChoose: () => void flow.setMapping(draft, withDateOrder(mapping, first), dates),
          }))}
        />
      )}
      {numbers.length > 0 && (
        <Question
          text={t('import.ambiguousNumbers', { columns: numbers.join(', ') })}
          answers={([',', '.'] as const).map((mark) => ({
            text: t(mark === ',' ? 'import.pointThousands' : 'import.pointDecimal'),
            onChoose: () =>
              void flow.setMapping(draft, withDecimal(mapping, numbers, mark), numbers),
          }))}
        />
      )}
      {draft.ambiguousSides.length > 0 && (
        <Question
          text={t('import.moneyIn', { columns: draft.ambiguousSides.join(', ') })}
          answers={draft.ambiguousSides.map((header) => ({
            text: header,
            onChoose: () => void flow.adjust(draft, withMoneyIn(mapping, header), []),
          }))}
        />
      )}
    </>
  );
}

/** Day or month first, and the year where it has two digits in one of the columns that are asked about. */
function dateAnswers(mapping: Mapping, columns: readonly string[]) {
  const answers = [
    ['DMY', 'import.format.dmy'],
    ['MDY', 'import.format.mdy'],
    ['YMD2', 'import.format.ymd2'],
  ] as const;
  const isShort = Object.values(mapping.fields).some(
    ({ header, format }) =>
      columns.includes(header) && format?.kind === 'date' && format.order.endsWith('2'),
  );
  return isShort ? answers : answers.slice(0, 2);
}

function Question(props: {
  readonly text: string;
  readonly answers: readonly { readonly text: string; readonly onChoose: () => void }[];
}): ReactNode {
  return (
    <Alert color="orange" variant="light">
      <Stack gap="xs" align="flex-start">
        {props.text}
        <Group>
          {props.answers.map(({ text, onChoose }) => (
            <Button key={text} size="xs" variant="default" onClick={onChoose}>
              {text}
            </Button>
          ))}
        </Group>
      </Stack>
    </Alert>
  );
}
