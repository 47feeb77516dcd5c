import { parseArgs } from 'node:util';
import type { Engine } from '../engine/port';
import { ensureTables } from '../ledger/ways';
import { reportById, reports } from '../reports/registry';
import { runReport } from '../reports/run';
import { BadRequest } from './badRequest';
import { importFiles } from './importFiles';
import { loadFolder } from './loadFolder';
import { reportCsv } from './reportCsv';

const usage = `usage:
  import FILE… --out DIR [--mapping M.json]
  report ID --data DIR [--param name=value]… [--format json|csv]
reports: ${reports.map((report) => report.id).join(', ')}`;

/** What a command needs of the machine. */
export interface Shell {
  /** Does work on an engine of its own. */
  withEngine<T>(work: (engine: Engine) => Promise<T>): Promise<T>;
  /** A line for people, beside the answer. */
  tell(line: string): void;
}

/**
 * Runs `import` or `report` and returns the answer, which goes to standard output as it is; with `--help` how both are
 * called.
 * @throws BadRequest, ImportFailure: the request is wrong, and `failureText` says how
 */
export async function runCommand(argv: readonly string[], shell: Shell): Promise<string> {
  const [command, ...args] = argv;
  if (argv.includes('--help') || argv.includes('-h')) return `${usage}\n`;
  switch (command) {
    case 'import':
      return runImport(args, shell);
    case 'report':
      return runReportCommand(args, shell);
    default:
      throw new BadRequest(usage);
  }
}

function paramsOf(pairs: readonly string[]): Record<string, string> {
  const params = new Map<string, string>();
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at < 1) throw new BadRequest(`--param ${pair}: give name=value`);
    const name = pair.slice(0, at);
    if (params.has(name)) throw new BadRequest(`--param ${name} is given twice`);
    params.set(name, pair.slice(at + 1));
  }
  return Object.fromEntries(params);
}

async function runImport(args: string[], shell: Shell): Promise<string> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { out: { type: 'string' }, mapping: { type: 'string' } },
  });
  const { out, mapping } = values;
  if (positionals.length === 0 || out === undefined) throw new BadRequest(usage);
  const result = await shell.withEngine((engine) =>
    importFiles(engine, positionals, out, mapping, shell.tell),
  );
  return `${JSON.stringify(result, null, 2)}\n`;
}

async function runReportCommand(args: string[], shell: Shell): Promise<string> {
  const { values, positionals } = parseArgs({
    args,
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
  const result = await shell.withEngine(async (engine) => {
    await loadFolder(engine, data);
    await ensureTables(engine, bound.value.needs);
    return runReport(engine, bound.value);
  });
  return format === 'csv' ? reportCsv(result) : `${JSON.stringify(result, null, 2)}\n`;
}
