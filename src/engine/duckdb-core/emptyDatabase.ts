/**
 * A database file without any table, as DuckDB writes it for storage version 1.0 (12,288 bytes, nearly all zeros), in
 * deflate and base64. The WebAssembly runtimes can let a file in memory grow, but cannot make one: DuckDB takes a
 * registered file for an existing one, and refuses it where it is empty.
 */
const deflated =
  '7dcxCsJAFATQRURyE7sFXQKWAe2sPUBwsdTO+3iGpLEV7yB4lRRaBAwIgmWK95rhM/8CM3uc5rdnc93s1tsq/Oe8iGUsf/d5tc91ndIhBwAAAGAEjsvLvY3d5359GT6nfRR9TIL9DwAAAPa//Q8AAABj8QY=';

export async function emptyDatabase(): Promise<Uint8Array> {
  const bytes = Uint8Array.from(atob(deflated), (char) => char.charCodeAt(0));
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(inflated).arrayBuffer());
}
