import { openNodeEngine } from '../engine/duckdb-node/open';
import { runCommand, type Shell } from './command';
import { failureText } from './problemText';

const shell: Shell = {
  async withEngine(work) {
    const engine = await openNodeEngine();
    try {
      return await work(engine);
    } finally {
      await engine.close();
    }
  },
  tell: (line) => console.error(line),
};

/** Exit code 0 for an answer, 2 for a request that is wrong, 1 for a defect. */
async function main(): Promise<number> {
  try {
    process.stdout.write(await runCommand(process.argv.slice(2), shell));
    return 0;
  } catch (error) {
    const text = failureText(error);
    console.error(text ?? error);
    return text === undefined ? 1 : 2;
  }
}

process.exitCode = await main();
