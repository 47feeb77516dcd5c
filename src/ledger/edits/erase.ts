import { editableFields } from '../../domain/journal/editable';
import type { Engine, RunOptions } from '../../engine/port';
import { sql } from '../../engine/sql';
import { storedTable } from '../longTables';

const personal = editableFields('customer').flatMap(({ name, isPersonal }) =>
  isPersonal === true ? [name] : [],
);

/** Blanks everything personal that the engine's tables say of customers; their documents and amounts stay. */
export async function eraseCustomers(
  engine: Engine,
  customerIds: readonly string[],
  options: RunOptions,
): Promise<void> {
  if (customerIds.length === 0) return;
  const ids = sql.list(customerIds);
  const blanks = sql.join(personal.map((name) => sql`${sql.id(name)} = NULL`));
  await engine.exec(
    sql`UPDATE ${storedTable('customer')} SET ${blanks} WHERE customer_id IN (${ids})`,
    options,
  );
  await engine.exec(
    sql`UPDATE field_edit SET value = NULL, was = NULL
        WHERE table_name = 'customer' AND record_id IN (${ids}) AND field IN (${sql.list(personal)})`,
    options,
  );
  await engine.exec(
    sql`UPDATE event_change SET value_before = NULL, value_after = NULL
        WHERE table_name = 'customer' AND record_id IN (${ids}) AND field IN (${sql.list(personal)})`,
    options,
  );
}
