import { datasetByName } from '../../../domain/import/datasets';
import type { ColumnRef } from '../../../domain/import/mapping';
import { sql } from '../../../engine/sql';
import { allIsoDates, allPointDates } from '../../../importers/csv/cellShape';
import { stagedColumn } from '../../../ledger/projection/staged';
import { readRows } from '../../../ledger/projection/typed';
import type { ImportPlan } from '../plan';
import type { Question } from './question';

const instant = String.raw`\d:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})\s*$`;

/** Fewer dates of each form may stand there by chance. */
const swappedMin = 2;

/** What is doubtful about how the days of a file are written. */
export function dayQuestions({ mapping, staged }: ImportPlan): readonly Question[] {
  const dates = (datasetByName(mapping.dataset)?.fields ?? []).flatMap(
    ({ name, type }): ColumnRef[] => {
      const source = mapping.fields[name];
      const shape = staged.shapes?.[source?.column ?? 0] ?? 0;
      const isPlain = (shape & (allIsoDates | allPointDates)) !== 0;
      return type === 'date' && source?.format?.kind === 'date' && !isPlain ? [source] : [];
    },
  );
  const rows = readRows(staged.rows, mapping);
  const zoned = dates.filter(({ format }) => format?.kind === 'date' && !format.zone);
  const mixed = dates.filter(
    ({ format }) =>
      format?.kind === 'date' &&
      [format.order, ...(format.also ?? [])].some((order) => order === 'YMD') &&
      [format.order, ...(format.also ?? [])].some((order) => /^(DMY|MDY)/.test(order)),
  );
  const questions: Question[] = [];
  if (zoned.length > 0)
    questions.push({
      code: 'no_zone',
      rows: sql.join(
        zoned.map(({ column }) => {
          const cell = stagedColumn(column);
          return sql`SELECT line, ${cell} AS value FROM ${rows} r WHERE regexp_matches(${cell}, ${instant})`;
        }),
        ' UNION ALL ',
      ),
      isOfRows: true,
    });
  if (mixed.length > 0)
    questions.push({
      code: 'swapped_days',
      rows: sql.join(
        mixed.map(({ column }) => {
          const cell = sql`trim(${stagedColumn(column)})`;
          const iso = sql`regexp_matches(${cell}, '^\\d{4}-\\d{2}-\\d{2}')`;
          const parted = sql`regexp_matches(${cell}, '^\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}')`;
          const isoDay = sql`TRY_CAST(substr(${cell}, 9, 2) AS INTEGER)`;
          const isHigh = sql`(TRY_CAST(regexp_extract(${cell}, '^(\\d{1,2})', 1) AS INTEGER) > 12
            OR TRY_CAST(regexp_extract(${cell}, '^\\d{1,2}[-/.](\\d{1,2})', 1) AS INTEGER) > 12)`;
          return sql`SELECT line, value FROM (
            SELECT line, ${cell} AS value, ${iso} AS is_iso,
                   count(*) FILTER (WHERE ${iso}) OVER () AS iso_count,
                   count(*) FILTER (WHERE ${iso} AND ${isoDay} > 12) OVER () AS iso_high,
                   count(*) FILTER (WHERE ${parted}) OVER () AS parted_count,
                   count(*) FILTER (WHERE ${parted} AND NOT ${isHigh}) OVER () AS parted_low
            FROM ${rows} r) d
            WHERE is_iso AND iso_count >= ${swappedMin} AND parted_count >= ${swappedMin} AND iso_high = 0 AND parted_low = 0`;
        }),
        ' UNION ALL ',
      ),
      isOfRows: true,
    });
  return questions;
}
