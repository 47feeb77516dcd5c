/**
 * Writes `src/reports/README.md` from the registry:
 *
 *   npm run docs:reports
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { reports } from '../reports/registry';
import { reportsReadme } from './reportsReadme';

const readme = fileURLToPath(new URL('../reports/README.md', import.meta.url));
writeFileSync(readme, reportsReadme(reports));
