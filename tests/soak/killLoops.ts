import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findChromium } from '../browser/chromium';
import { Random } from '../workspace/random';
import { checkJournal } from './journalCheck';
import { KillableBrowser } from './killable';
import { documentOf, dueDateOf, movesDueDate, WritingPage } from './writingPage';

export interface KillOptions {
  readonly origin: string;
  readonly seed: number;
  readonly loops: number;
  /** Loops go on, up to three times as many, until so many edits are acknowledged. */
  readonly editsMin: number;
  readonly onLoop?: (line: string) => void;
}

export interface KillResult {
  readonly loops: number;
  readonly acknowledged: number;
  /** In the journal without an acknowledgement: the kill came between the two. */
  readonly unacknowledged: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly reordered: number;
  readonly unexplained: number;
  readonly unopenable: number;
  /** What else is not as it should be, in words. */
  readonly complaints: readonly string[];
}

/** Edits of a loop have numbers from here on; no loop makes so many. */
const loopStep = 1_000_000;
const killMsMin = 50;
const killMsMax = 1_500;
const inFlightMin = 4;
const inFlightMax = 24;

/** Kills a browser at random moments while it acknowledges edits, and reads after each kill what is left. */
export async function runKillLoops(options: KillOptions): Promise<KillResult> {
  const random = new Random(options.seed);
  const folder = await mkdtemp(join(tmpdir(), 'saldo-kill-'));
  const profile = join(folder, 'profile');
  const program = await findChromium();
  const complaints: string[] = [];
  const sum = { lost: 0, duplicated: 0, reordered: 0, unexplained: 0, unopenable: 0 };
  let acknowledgedCount = 0;
  let unacknowledged = 0;
  let settled: readonly number[] = [];
  let last: { readonly first: number; readonly acknowledged: readonly number[] } | undefined;
  let loops = 0;

  /** Opens the workspace as the kill left it, and compares it with what was acknowledged. */
  const reopened = async (browser: KillableBrowser): Promise<WritingPage> => {
    const page = await WritingPage.open(browser, options.origin);
    const { edits, loss } = await page.journal();
    if (loss !== '') complaints.push(`after loop ${loops} the store told of a loss: ${loss}`);
    for (const { document, number } of edits)
      if (document !== documentOf(number)) complaints.push(`${number} is written on ${document}`);
    const found = edits.map(({ number }) => number);
    const { first, acknowledged } = last ?? { first: 0, acknowledged: [] };
    const findings = checkJournal(settled, acknowledged, first, found);
    sum.lost += findings.lost.length;
    sum.duplicated += findings.duplicated.length;
    sum.reordered += findings.reordered.length;
    sum.unexplained += findings.unexplained.length;
    unacknowledged += Math.max(0, found.length - settled.length - acknowledged.length);
    settled = found;
    last = undefined;
    return page;
  };

  let browser: KillableBrowser | undefined;
  try {
    browser = await KillableBrowser.start(program, profile);
    let page = await WritingPage.open(browser, options.origin);
    await page.begin();
    while (
      loops < options.loops ||
      (acknowledgedCount < options.editsMin && loops < 3 * options.loops)
    ) {
      loops += 1;
      const first = loops * loopStep;
      const acknowledged: number[] = [];
      await page.write(first, inFlightMin + random.below(inFlightMax - inFlightMin), (number) => {
        acknowledged.push(number);
      });
      await pause(killMsMin + random.below(killMsMax - killMsMin));
      // What is heard after this line was sent before the kill, or is not heard at all.
      await browser.kill();
      if (acknowledged.some((number) => !(number >= first)))
        complaints.push(`in loop ${loops} an edit was refused`);
      const heard = acknowledged.filter((number) => number >= first);
      acknowledgedCount += heard.length;
      last = { first, acknowledged: heard };
      browser = await KillableBrowser.start(program, profile);
      page = await reopened(browser);
      options.onLoop?.(
        `loop ${loops}: ${heard.length} acknowledged, ${settled.length} in the journal`,
      );
    }
    complaints.push(...notShown(settled, await page.shown()));
  } catch (error) {
    sum.unopenable += 1;
    complaints.push(`after loop ${loops}: ${error instanceof Error ? error.message : error}`);
  } finally {
    await browser?.kill();
    await rm(folder, { recursive: true, force: true });
  }
  return { loops, acknowledged: acknowledgedCount, unacknowledged, ...sum, complaints };
}

/** Where the reports of the rebuilt engine do not say what the last edit of a record said. */
function notShown(
  numbers: readonly number[],
  shown: ReadonlyMap<string, { readonly note: string; readonly dueDate: string }>,
): readonly string[] {
  const notes = new Map<string, string>();
  const dueDates = new Map<string, string>();
  for (const number of numbers) {
    notes.set(documentOf(number), String(number));
    if (movesDueDate(number)) dueDates.set(documentOf(number), dueDateOf(number));
  }
  return [
    ...[...notes]
      .filter(([document, note]) => shown.get(document)?.note !== note)
      .map(([document, note]) => `the note of ${document} is not ${note}`),
    ...[...dueDates]
      .filter(([document, date]) => shown.get(document)?.dueDate !== date)
      .map(([document, date]) => `the due date of ${document} is not ${date}`),
  ];
}
