import { cancelling } from './contract/cancelling';
import type { Case } from './contract/check';
import { files } from './contract/files';
import { lanes } from './contract/lanes';
import { lateErrors } from './contract/late-errors';
import { losing } from './contract/losing';
import { statements } from './contract/statements';
import { values } from './contract/values';
import { windows } from './contract/windows';
import type { World } from './contract/world';

/** What every adapter of the engine must do, as named cases without a test library. */
export function contract(world: World): readonly Case[] {
  return [values, statements, lateErrors, lanes, cancelling, windows, files, losing].flatMap(
    (part) => part(world),
  );
}
