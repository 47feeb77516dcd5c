/**
 * Kills a real browser at random moments while it acknowledges edits.
 *
 *   npm run soak:kill                          # 100 loops, and at least 20,000 acknowledged edits
 *   npm run soak:kill -- --loops 10 --edits 0 --seed 7
 */
import { parseArgs } from 'node:util';
import { serveSite } from '../browser/site';
import { runKillLoops } from './killLoops';

const { values } = parseArgs({
  options: {
    loops: { type: 'string', default: '100' },
    edits: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
  },
});
const editsMin = Number(values.edits);
const site = await serveSite();
const result = await runKillLoops({
  origin: site.origin,
  seed: Number(values.seed),
  loops: Number(values.loops),
  editsMin,
  onLoop: (line) => console.log(line),
});
await site.close();
for (const complaint of result.complaints) console.error(complaint);
const { loops, acknowledged, unacknowledged, lost, duplicated, reordered, unopenable } = result;
console.log(
  `${loops} loops, ${acknowledged} acknowledged edits, ${lost} lost, ${duplicated} duplicated, ` +
    `${reordered} reordered, ${unopenable} unopenable; ${unacknowledged} were kept before they could be acknowledged`,
);
const faults = lost + duplicated + reordered + unopenable + result.unexplained;
if (faults > 0 || result.complaints.length > 0 || !(acknowledged >= editsMin)) process.exitCode = 1;
