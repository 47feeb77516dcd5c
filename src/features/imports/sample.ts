import type { SourceFile } from '../../importers/source';

interface SampleIndex {
  readonly files: readonly { readonly name: string }[];
}

/** The sample ledger, from the page's own origin. */
export async function fetchSample(): Promise<readonly SourceFile[]> {
  const folder = new URL('sample-data/', document.baseURI);
  const get = async (name: string): Promise<Response> => {
    const response = await fetch(new URL(name, folder));
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response;
  };
  const index: SampleIndex = await (await get('index.json')).json();
  return Promise.all(
    index.files.map(async ({ name }) => ({ name, blob: await (await get(name)).blob() })),
  );
}
