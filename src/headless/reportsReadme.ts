import { z } from 'zod';
import type { Column } from '../domain/report/column';
import { assert } from '../lib/assert';
import type { BoundReport, Report } from '../reports/define';
import { reportSummaries } from './reportSummaries';

/** The part of JSON Schema that parameters use: they are texts, because a URL and a shell know nothing else. */
const objectSchema = z.object({
  properties: z.record(
    z.string(),
    z.object({
      description: z.string().optional(),
      enum: z.array(z.string()).optional(),
      default: z.string().optional(),
    }),
  ),
  required: z.array(z.string()).default([]),
});

const intro = `# Reports

Every report of the registry, as a shell asks for it and as a page shows it. Written from the registry by
\`npm run docs:reports\`; a test fails where it is out of date.

    npm run --silent report -- ID --data DIR [--param name=value]… [--format json|csv]

Columns are named as in the JSON and CSV that come out; money is text with its currency's digits, dates are
\`YYYY-MM-DD\`, a missing value of a dimension has the key \`-\`. Columns may depend on parameters: those below are
of the example. Every aging prints its policy and its tie-outs: the difference must be zero.
`;

/** The list of reports in Markdown: parameters, columns, order and tie-outs of each. */
export function reportsReadme(reports: readonly Report[]): string {
  return [intro, ...reports.map(section)].join('\n');
}

function section(report: Report): string {
  const [example = {}] = report.examples;
  const bound = report.bind(example);
  assert(bound.ok, `${report.id} refuses its own example`);
  return `## ${report.id}

${summaryOf(report.id)}

${parameters(report)}
${columns(bound.value, exampleText(example))}
${footer(bound.value)}`;
}

function exampleText(example: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(example).map(([name, value]) => `${name}=${value}`);
  return pairs.length === 0 ? '' : ` with \`${pairs.join(' ')}\``;
}

function parameters(report: Report): string {
  const schema = objectSchema.parse(z.toJSONSchema(report.params, { io: 'input' }));
  const rows = Object.entries(schema.properties).map(
    ([name, { description, enum: values, default: usual }]) => [
      `\`${name}\``,
      values ? values.map((value) => `\`${value}\``).join(' · ') : (description ?? 'text'),
      usual !== undefined ? `\`${usual}\`` : schema.required.includes(name) ? 'required' : '',
    ],
  );
  return rows.length === 0
    ? 'It takes no parameters.\n'
    : table(['parameter', 'takes', 'default'], rows);
}

function columns(report: BoundReport, example: string): string {
  const rows = report.columns.map((column) => [
    `\`${column.id}\``,
    kindText(column),
    column.drill ? `\`${column.drill.report}\`` : '',
  ]);
  return table([`column${example}`, 'holds', 'opens'], rows);
}

function kindText(column: Column): string {
  if (column.kind !== 'money') return column.kind;
  return column.currencyColumn === undefined
    ? 'money, in base currency'
    : `money, in \`${column.currencyColumn}\``;
}

function footer(report: BoundReport): string {
  const order = report.order.map(
    ({ column, direction }) => `\`${column}\`${direction === 'desc' ? ' descending' : ''}`,
  );
  const tieOuts = report.tieOutNames.map((name) => `\`${name}\``);
  return [
    `Ordered by ${order.join(', ')}.`,
    ...(tieOuts.length === 0 ? [] : [`Tie-outs: ${tieOuts.join(', ')}.`]),
    '',
  ].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}

function summaryOf(id: string): string {
  const summary = reportSummaries[id];
  assert(summary, `${id} has no summary`);
  return summary;
}
