import { backupMessages } from './areas/backup';
import { chartMessages } from './areas/chart';
import { dueMessages } from './areas/due';
import { editMessages } from './areas/edits';
import { explainMessages } from './areas/explain';
import { exportMessages } from './areas/export';
import { exposureMessages } from './areas/exposure';
import { fxMessages } from './areas/fx';
import { gridMessages } from './areas/grid';
import { importMessages } from './areas/import';
import { importFieldMessages } from './areas/importFields';
import { importReviewMessages } from './areas/importReview';
import { lossMessages } from './areas/losses';
import { overviewMessages } from './areas/overview';
import { reportMessages } from './areas/report';
import { rollMessages } from './areas/rolls';
import { shellMessages } from './areas/shell';
import { whatIfMessages } from './areas/whatIf';
import { workspaceMessages } from './areas/workspace';
import type { Messages } from './message';

/** Every area of messages. A new one is its import above and its name here. */
export const areas = [
  editMessages,
  reportMessages,
  dueMessages,
  exposureMessages,
  rollMessages,
  lossMessages,
  fxMessages,
  whatIfMessages,
  gridMessages,
  chartMessages,
  exportMessages,
  shellMessages,
  explainMessages,
  overviewMessages,
  importMessages,
  importFieldMessages,
  importReviewMessages,
  workspaceMessages,
  backupMessages,
] as const;

type KeyOf<Area> = Area extends unknown ? keyof Area : never;

export type MessageKey = KeyOf<(typeof areas)[number]>;

/** Every message of the product by key. */
export const catalogue: Messages = Object.assign({}, ...areas);
