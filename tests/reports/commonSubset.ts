/** What a report's SQL must not say, because DuckDB and ClickHouse do not read it alike. */
interface SubsetRule {
  readonly name: string;
  readonly pattern: RegExp;
}

const rules: readonly SubsetRule[] = [
  { name: 'strftime', pattern: /\bstrftime\s*\(/i },
  { name: 'quantile', pattern: /\b(quantile_cont|quantile_disc|median|percentile_\w+)\s*\(/i },
  { name: 'ASOF', pattern: /\bASOF\b/i },
  { name: 'integer division //', pattern: /\/\// },
  { name: 'division of amounts /', pattern: /(?<![/*])\/(?![/*])/ },
  { name: 'split_part', pattern: /\bsplit_part\s*\(/i },
  { name: 'text aggregate', pattern: /\b(string_agg|listagg|group_concat)\s*\(/i },
  { name: 'PIVOT', pattern: /\b(UN)?PIVOT\b/i },
  { name: 'list or struct', pattern: /[[\]{}]|\b(list|array|struct_pack|unnest|map)\s*\(/i },
  { name: 'lambda', pattern: /->/ },
  { name: 'ROLLUP', pattern: /\b(ROLLUP|CUBE\s*\(|GROUPING\s+SETS)/i },
  {
    name: 'EXCLUDE, REPLACE or COLUMNS',
    pattern: /\*\s*(EXCLUDE|EXCEPT|REPLACE)\b|\bCOLUMNS\s*\(/i,
  },
  { name: 'cast with colons', pattern: /::/ },
  { name: 'wide DECIMAL', pattern: /\bDECIMAL\s*\(\s*(19|[23]\d)\s*,/i },
  { name: 'lag or lead without a default', pattern: /\b(lag|lead)\s*\([^(),]*(,[^(),]*)?\)/i },
  {
    name: 'scalar subquery',
    pattern: /(?<!\b(FROM|JOIN|IN|EXISTS|AS|ALL|UNION)\s*)(?<!\()\(\s*SELECT\b/i,
  },
  { name: 'clock', pattern: /\b(now|today|current_date|current_timestamp|localtime)\b/i },
];

/** The statement without its texts and quoted names, in which anything may stand. */
function codeOf(statement: string): string {
  return statement.replace(/'(?:[^']|'')*'/g, "''").replace(/"(?:[^"]|"")*"/g, '""');
}

/** Each rule that a statement breaks, with the place that broke it. */
export function outsideSubset(statement: string): readonly string[] {
  const code = codeOf(statement);
  return rules.flatMap(({ name, pattern }) => {
    const match = pattern.exec(code);
    if (!match) return [];
    const from = Math.max(0, match.index - 30);
    const around = code.slice(from, match.index + 50).replace(/\s+/g, ' ');
    return [`${name}: … ${around} …`];
  });
}
