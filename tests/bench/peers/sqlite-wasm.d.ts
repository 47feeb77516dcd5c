/** The few calls that the benchmark makes; the package has no types of its own. */
declare module '@sqlite.org/sqlite-wasm' {
  interface Statement {
    bind(values: readonly (string | number)[]): Statement;
    stepReset(): Statement;
    finalize(): void;
  }
  interface Database {
    exec(sql: string | { readonly sql: string; readonly returnValue: 'resultRows' }): unknown;
    prepare(sql: string): Statement;
    close(): void;
  }
  const init: () => Promise<{ oo1: { DB: new (name: string) => Database } }>;
  export default init;
}
