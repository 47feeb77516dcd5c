/**
 * Runs every test, or those whose files the arguments name, and ends with the line
 * `N passed, N failed, N skipped`.
 *
 *   npm test                 # everything
 *   npm test -- tests/golden # a part
 */
import { startVitest, type TestCase, type TestModule } from 'vitest/node';
import { findChromium } from './browser/chromium';
import { realData } from './real-data/folder';

/** Browser tests find the browser by this name, so that it is looked for, or installed, once. */
async function provideChromium(): Promise<void> {
  try {
    process.env['CHROME_PATH'] = await findChromium();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
}

const testsOf = (modules: readonly TestModule[]): TestCase[] =>
  modules.flatMap((module) => [...module.children.allTests()]);

/** Where public data lie beside the project, a run in CI must not pass without having read them. */
function missedRealData(tests: readonly TestCase[]): readonly TestCase[] {
  if (process.env['CI'] !== 'true' || realData('.') === undefined) return [];
  return tests.filter(
    (test) => test.result().state === 'skipped' && test.module.moduleId.includes('/real-data/'),
  );
}

await provideChromium();
const vitest = await startVitest('test', process.argv.slice(2), { run: true, watch: false });
const modules = vitest.state.getTestModules();
const tests = testsOf(modules);
const brokenModules = modules.filter((module) => module.errors().length > 0);
const errors = vitest.state.getUnhandledErrors();
await vitest.close();

const count = (state: string): number =>
  tests.filter((test) => test.result().state === state).length;
const skipped = tests.filter((test) => ['skipped', 'pending'].includes(test.result().state));
for (const test of skipped) console.log(`skipped: ${test.fullName}`);
const missed = missedRealData(tests);
for (const test of missed)
  console.error(`its data are there, and it was skipped: ${test.fullName}`);

const failed = count('failed') + brokenModules.length + errors.length + missed.length;
const passed = count('passed');
if (failed > 0 || passed === 0) process.exitCode = 1;
console.log(`${passed} passed, ${failed} failed, ${skipped.length - missed.length} skipped`);
