import type { Adjustment, FieldChange, JournalEvent } from '../../domain/journal/event';
import { isCurrency } from '../../domain/money/currency';
import { type IsoDate, parseIsoDate } from '../../domain/time/calendar';
import type { Engine } from '../../engine/port';
import { sql } from '../../engine/sql';
import {
  type AdjustmentEntry,
  type AdjustmentPatch,
  adjustmentProblem,
  type EditProblem,
  type FieldEdit,
  fieldChange,
  touchesFrom,
} from './edit';
import type { EventLog } from './eventLog';

/** An event to record, or none where nothing was left of what was asked; and what was not taken. */
interface Checked {
  readonly event: JournalEvent | undefined;
  readonly problems: readonly EditProblem[];
}

const listMax = 5_000;

/** Documents in instalments: as given, or as their terms make them. */
const instalmentItems = sql`(SELECT document_id FROM item WHERE is_instalment)`;

/** Checks what a person asks for against journal and ledger, and makes the event of it. */
export class Editor {
  readonly #engine: Engine;
  readonly #log: EventLog;
  #hasInstalments: Promise<boolean> | undefined;
  #adjustmentCount = 0;

  constructor(engine: Engine, log: EventLog) {
    this.#engine = engine;
    this.#log = log;
  }

  /** The ledger was built anew: what was asked of it may have changed. */
  forgetLedger(): void {
    this.#hasInstalments = undefined;
  }

  /** @param isNew the edits are of customers that nobody may have yet */
  async fields(edits: readonly FieldEdit[], reason: string, isNew = false): Promise<Checked> {
    const problems: EditProblem[] = [];
    let changes: { readonly index: number; readonly change: FieldChange }[] = [];
    for (const [index, edit] of edits.entries()) {
      const made = fieldChange(edit, index, this.#log.state);
      if (made.ok) changes.push({ index, change: made.value });
      else if (made.error.code !== 'unchanged') problems.push(made.error);
    }
    const refuse = (
      refused: ReadonlySet<string>,
      holds: (change: FieldChange) => boolean,
      code: EditProblem['code'],
      values: Readonly<Record<string, string>> = {},
    ): void => {
      changes = changes.filter(({ index, change }) => {
        if (!holds(change) || !refused.has(change.record.id)) return true;
        problems.push({
          index,
          field: change.field,
          code,
          values: { ...values, id: change.record.id },
        });
        return false;
      });
    };
    if (isNew)
      refuse(
        await this.#idsIn(
          sql`customer`,
          changes.map(({ change }) => change.record.id),
        ),
        () => true,
        'customer_exists',
      );
    const due = changes.filter(({ change }) => change.field === 'due_date');
    refuse(
      new Set(due.map(({ change }) => change.record.id)),
      ({ field, record }) => field === 'due_date' && record.kind === 'payment',
      'fixed_due_date',
    );
    if (due.length > 0 && (await this.#anyInstalments()))
      refuse(
        await this.#idsIn(
          instalmentItems,
          due.map(({ change }) => change.record.id),
        ),
        ({ field }) => field === 'due_date',
        'fixed_due_date',
      );
    const { closedThrough } = this.#log.state;
    if (closedThrough !== null) {
      const inside = await this.#inClosed(
        changes.map(({ change }) => change),
        closedThrough,
      );
      changes = changes.filter(({ index, change }) => {
        if (!inside.has(change)) return true;
        const values = { date: closedThrough };
        problems.push({ index, field: change.field, code: 'closed_period', values });
        return false;
      });
    }
    return {
      event:
        changes.length === 0
          ? undefined
          : { kind: 'fields', changes: changes.map(({ change }) => change), reason },
      problems,
    };
  }

  async adjustments(
    entries: readonly AdjustmentEntry[],
    patches: readonly AdjustmentPatch[],
  ): Promise<Checked> {
    const problems: EditProblem[] = [];
    const changes: { readonly before: Adjustment | null; readonly after: Adjustment }[] = [];
    const changed = patches.map(({ id, patch }) => {
      const before = this.#log.state.adjustment(id);
      const after: Adjustment | undefined =
        before && (patch === 'void' ? { ...before, status: 'void' } : { ...before, ...patch });
      return { before, after };
    });
    const asked = [...entries, ...changed.flatMap(({ after }) => (after ? [after] : []))].map(
      (one) => one.customerId,
    );
    const known = await this.#idsIn(sql`debtor`, asked);
    const inUse = await this.#engine.rows(sql`SELECT currency FROM ledger_currency`);
    const currencies = new Set(inUse.map((row) => String(row['currency'])));
    const problemOf = (entry: AdjustmentEntry) =>
      adjustmentProblem(entry, this.#log.state.closedThrough) ??
      (currencies.has(entry.currency) || isCurrency(entry.currency)
        ? undefined
        : {
            field: 'currency',
            code: 'unknown_currency' as const,
            values: { value: entry.currency },
          }) ??
      (known.has(entry.customerId)
        ? undefined
        : {
            field: 'customer_id',
            code: 'unknown_customer' as const,
            values: { value: entry.customerId },
          });
    for (const [index, entry] of entries.entries()) {
      const problem = problemOf(entry);
      if (problem) problems.push({ index, ...problem });
      else
        changes.push({ before: null, after: { ...entry, id: this.#nextId(), status: 'posted' } });
    }
    for (const [i, { before, after }] of changed.entries()) {
      const index = entries.length + i;
      if (!before || !after) {
        problems.push({ index, field: 'document_id', code: 'unknown_document' });
        continue;
      }
      const problem = problemOf(before) ?? problemOf(after);
      if (problem) problems.push({ index, ...problem });
      else if (JSON.stringify(before) !== JSON.stringify(after)) changes.push({ before, after });
    }
    return {
      event: changes.length === 0 ? undefined : { kind: 'adjustments', changes },
      problems,
    };
  }

  /** What is open on a day, a currency each. */
  async balancesAt(
    date: IsoDate,
  ): Promise<readonly { readonly currency: string; readonly amount: string }[]> {
    const rows = await this.#engine.rows(
      sql`SELECT c.currency, CAST(sum(s.open_amount) AS DECIMAL(18,4)) AS amount
          FROM span s JOIN ledger_currency c ON c.currency_key = s.currency_key
          WHERE s.valid_from <= ${sql.date(date)} AND s.valid_to > ${sql.date(date)}
          GROUP BY c.currency ORDER BY c.currency`,
    );
    return rows.map((row) => ({
      currency: String(row['currency']),
      amount: String(row['amount']),
    }));
  }

  /** Which changes move figures of a closed period. */
  async #inClosed(
    changes: readonly FieldChange[],
    closedThrough: IsoDate,
  ): Promise<ReadonlySet<FieldChange>> {
    const inside = new Set<FieldChange>();
    const open: FieldChange[] = [];
    for (const change of changes) {
      const from = touchesFrom(change);
      if (from === undefined) continue;
      if (from !== null && from > closedThrough) continue;
      if (from === null && change.record.table === 'document') open.push(change);
      else inside.add(change);
    }
    if (open.length === 0) return inside;
    const ids = sql.list(open.map(({ record }) => record.id));
    const rows = await this.#engine.rows(
      sql`SELECT document_id, min(posting_date) AS posting_date FROM document
          WHERE document_id IN (${ids}) GROUP BY document_id`,
    );
    const posted = new Map(rows.map((row) => [String(row['document_id']), row['posting_date']]));
    for (const change of open) {
      const date = parseIsoDate(String(posted.get(change.record.id) ?? ''));
      if (!date.ok || date.value <= closedThrough) inside.add(change);
    }
    return inside;
  }

  #anyInstalments(): Promise<boolean> {
    this.#hasInstalments ??= this.#engine
      .rows(sql`SELECT 1 AS found FROM ${instalmentItems} i LIMIT 1`)
      .then((rows) => rows.length > 0);
    return this.#hasInstalments;
  }

  /** Which of some ids a table has. */
  async #idsIn(
    table: ReturnType<typeof sql>,
    ids: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const column = table === instalmentItems ? sql`document_id` : sql`customer_id`;
    const found = new Set<string>();
    const all = [...new Set(ids)];
    for (let from = 0; from < all.length; from += listMax) {
      const piece = sql.list(all.slice(from, from + listMax));
      const rows = await this.#engine.rows(
        sql`SELECT DISTINCT ${column} AS id FROM ${table} t WHERE ${column} IN (${piece})`,
      );
      for (const row of rows) found.add(String(row['id']));
    }
    return found;
  }

  /** An id that says who entered it; nobody else makes the same. */
  #nextId(): string {
    const prefix = `ADJ-${this.#log.keyring.author.slice(0, 6)}-`;
    if (this.#adjustmentCount === 0)
      for (const { adjustment } of this.#log.state.adjustments)
        if (adjustment.id.startsWith(prefix))
          this.#adjustmentCount = Math.max(
            this.#adjustmentCount,
            Number(adjustment.id.slice(prefix.length)) || 0,
          );
    this.#adjustmentCount += 1;
    return `${prefix}${this.#adjustmentCount}`;
  }
}
