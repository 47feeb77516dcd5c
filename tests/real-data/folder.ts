import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const beside = join(import.meta.dirname, '../../../shared/data');

/**
 * A folder of public data that is kept beside the project, or where `SALDO_REAL_DATA` points; `undefined` where
 * it is not there. The project ships only data that it makes itself.
 */
export function realData(name: string): string | undefined {
  const folder = resolve(process.env['SALDO_REAL_DATA'] ?? beside, name);
  return existsSync(folder) ? folder : undefined;
}
