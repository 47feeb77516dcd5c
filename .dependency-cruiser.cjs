/**
 * Who may import whom, as `src/README.md` draws it. A folder that is not listed for another is forbidden to it.
 */
const may = {
  lib: [],
  domain: ['lib'],
  engine: ['domain', 'lib'],
  ledger: ['engine', 'domain', 'lib'],
  reports: ['engine', 'domain', 'lib'],
  importers: ['engine', 'domain', 'lib'],
  exporters: ['i18n', 'domain', 'lib'],
  workspace: ['domain', 'lib'],
  session: ['workspace', 'ledger', 'reports', 'importers', 'exporters', 'engine', 'domain', 'lib'],
  sample: ['domain', 'lib'],
  i18n: ['lib'],
  ui: ['i18n', 'domain', 'lib'],
  grid: ['ui', 'i18n', 'domain', 'lib'],
  charts: ['ui', 'i18n', 'domain', 'lib'],
  screen: ['session', 'workspace', 'importers', 'reports', 'grid', 'charts', 'ui', 'i18n', 'exporters', 'engine', 'domain', 'lib'],
  features: ['screen', 'session', 'ledger', 'reports', 'importers', 'exporters', 'workspace', 'engine', 'ui', 'grid', 'charts', 'i18n', 'domain', 'lib'],
  app: ['features', 'screen', 'session', 'ledger', 'reports', 'importers', 'exporters', 'workspace', 'engine', 'ui', 'grid', 'charts', 'i18n', 'domain', 'lib'],
  headless: ['session', 'engine', 'ledger', 'reports', 'importers', 'exporters', 'sample', 'domain', 'lib'],
};

/** Composition roots and tests may import everything. */
const roots = '(\\.worker\\.(ts|js|cjs)$|\\.test\\.tsx?$|^src/main\\.tsx$|^src/headless/(main|sample|reportDocs)\\.ts$)';

const layers = Object.entries(may).map(([folder, allowed]) => ({
  name: `layer-${folder}`,
  severity: 'error',
  from: { path: `^src/${folder}/`, pathNot: roots },
  to: { path: '^src/', pathNot: `^src/(${[folder, ...allowed].join('|')})/` },
}));

const owned = (name, library, folder) => ({
  name: `only-${name}`,
  severity: 'error',
  from: { path: '^src/', pathNot: `(${folder}|${roots})` },
  to: { path: library },
});

module.exports = {
  forbidden: [
    ...layers,
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'engine-port-only',
      comment: 'Only composition roots build adapters',
      severity: 'error',
      from: { path: '^src/', pathNot: `(^src/engine/|${roots})` },
      to: { path: '^src/engine/duckdb-' },
    },
    {
      name: 'features-apart',
      comment: 'A feature never imports another feature: it navigates',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/([^/]+)/', pathNot: '^src/features/$1/' },
    },
    owned('duckdb', 'node_modules/(@duckdb|apache-arrow)', '^src/engine/duckdb-'),
    owned('ag-grid', 'node_modules/(ag-grid|@ag-grid)', '^src/grid/'),
    owned('echarts', 'node_modules/echarts', '^src/charts/'),
    owned('xlsx', 'node_modules/write-excel-file', '^src/exporters/xlsx/'),
    owned('workbooks', 'node_modules/@e965/xlsx', '^src/importers/sheet/'),
    owned('parquet', 'node_modules/hyparquet', '^src/importers/parquet/'),
    owned('archives', 'node_modules/@zip\\.js', '^src/importers/zip/'),
    owned('xml', 'node_modules/saxes', '^src/importers/xml/'),
    {
      name: 'pure-domain',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: roots },
      to: { path: 'node_modules', pathNot: 'node_modules/decimal\\.js' },
    },
    {
      name: 'no-dev-dependency',
      severity: 'error',
      from: { path: '^src/', pathNot: roots },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
