import { parseArgs } from 'node:util';
import { ImportFailure } from '../domain/import/problem';
import { openNodeEngine } from '../engine/duckdb-node/open';
import type { Engine } from '../engine/port';
import { reportById, reports } from '../reports/registry';
import { runReport } from '../reports/run';
import { importFiles } from './importFiles';
import { BadRequest, loadFolder } from './loadFolder';
import { problemText } from './problemText';
import { reportCsv } from './reportCsv';

const usage = `usage:
  import FILE… --out DIR [--mapping M.json]
  report ID --data DIR [--param name=value]… [--format json|csv]
reports: ${reports.map((report) => report.id).join(', ')}`;

function paramsOf(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new BadRequest(`--param ${pair}: give name=value`);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

async function withEngine<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = await openNodeEngine();
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

async function runImport(args: readonly string[]): Promise<string> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { out: { type: 'string' }, mapping: { type: 'string' } },
  });
  const { out, mapping } = values;
  if (positionals.length === 0 || out === undefined) throw new BadRequest(usage);
  const result = await withEngine((engine) => importFiles(engine, positionals, out, mapping));
  return `${JSON.stringify(result, null, 2)}\n`;
}

async function runReportCommand(args: readonly string[]): Promise<string> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      param: { type: 'string', multiple: true, default: [] },
      format: { type: 'string', default: 'json' },
    },
  });
  const [id] = positionals;
  const { data, format } = values;
  if (id === undefined || positionals.length > 1 || data === undefined) throw new BadRequest(usage);
  if (format !== 'json' && format !== 'csv')
    throw new BadRequest(`--format ${format}: give json or csv`);
  const report = reportById(id);
  if (!report)
    throw new BadRequest(
      `there is no report ${id}; there are ${reports.map((one) => one.id).join(', ')}`,
    );
  const bound = report.bind(paramsOf(values.param));
  if (!bound.ok) throw new BadRequest(bound.error);
  const result = await withEngine(async (engine) => {
    await loadFolder(engine, data);
    return runReport(engine, bound.value);
  });
  return format === 'csv' ? reportCsv(result) : `${JSON.stringify(result, null, 2)}\n`;
}

/** Exit code 0 for an answer, 2 for a request that is wrong, 1 for a defect. */
async function main(): Promise<number> {
  const [command, ...args] = process.argv.slice(2);
  try {
    if (command === 'import') process.stdout.write(await runImport(args));
    else if (command === 'report') process.stdout.write(await runReportCommand(args));
    else throw new BadRequest(usage);
    return 0;
  } catch (error) {
    if (error instanceof ImportFailure) console.error(problemText(error.problem));
    else if (error instanceof BadRequest) console.error(error.message);
    else if (
      error instanceof TypeError &&
      'code' in error &&
      String(error.code).startsWith('ERR_PARSE_ARGS')
    )
      console.error(error.message);
    else {
      console.error(error);
      return 1;
    }
    return 2;
  }
}

process.exitCode = await main();
