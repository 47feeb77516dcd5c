import { DuckDBInstance } from '@duckdb/node-api';
import type { BenchFiles } from './data';
import { duckdbNaive } from './naive';

/** Native DuckDB with one thread on the same files: what the engine could do outside of a browser. */
export async function measureNative(files: BenchFiles, dates: readonly string[]) {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const started = performance.now();
  await connection.run(`CREATE TABLE inv AS SELECT invoice_number AS document_id, currency,
    CAST(invoice_date AS DATE) AS document_date, CAST(due_date AS DATE) AS due_date,
    CAST(amount AS DECIMAL(18,4)) AS amount FROM read_csv('${files.invoices}', all_varchar = true)`);
  await connection.run(`CREATE TABLE pay AS SELECT invoice_number AS document_id, CAST(payment_date AS DATE) AS paid_on,
    CAST(amount AS DECIMAL(18,4)) AS amount FROM read_csv('${files.payments}', all_varchar = true)`);
  const load = performance.now() - started;
  const naive: number[] = [];
  for (const date of dates) {
    const at = performance.now();
    await (await connection.runAndReadAll(duckdbNaive(date))).getRows();
    naive.push(performance.now() - at);
  }
  connection.closeSync();
  return { load, naive };
}
