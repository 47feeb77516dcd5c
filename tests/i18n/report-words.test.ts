import { describe, expect, it } from 'vitest';
import { movementKinds } from '../../src/domain/ledger/movement';
import { dimensions } from '../../src/domain/report/dimension';
import { isMessageKey } from '../../src/i18n/texts';
import { reports } from '../../src/reports/registry';

describe.each(reports.map((report) => [report.id, report] as const))(
  'the report %s',
  (id, report) => {
    it('has a title, and words for every column and tie-out', () => {
      const keys = new Set([`report.${id}.title`]);
      for (const example of report.examples) {
        const bound = report.bind(example);
        if (!bound.ok) throw new Error(bound.error);
        for (const column of bound.value.columns) keys.add(column.label.key);
        for (const name of bound.value.tieOutNames) keys.add(`tieOut.${name}`);
      }
      expect([...keys].filter((key) => !isMessageKey(key))).toEqual([]);
    });
  },
);

it('every dimension, kind of movement and state of a due date has words', () => {
  const keys = [
    ...dimensions.map((dimension) => `dimension.${dimension}`),
    ...[...movementKinds, 'opening'].map((kind) => `movement.${kind}`),
    ...['overdue', 'due'].map((state) => `dueState.${state}`),
  ];
  expect(keys.filter((key) => !isMessageKey(key))).toEqual([]);
});
