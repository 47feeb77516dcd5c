import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../src/session/session';
import { memoryWorkspaces } from '../../src/workspace/memory';
import type { WorkspaceStore, Workspaces } from '../../src/workspace/store';
import { bring } from '../import/workbench';
import { ask } from '../support/openFolder';
import { openSession } from '../support/openSession';

const invoices = `Invoice,Customer,Date,Due date,Amount,Currency
F-1,C1,2026-05-15,2026-06-15,100.00,EUR
F-2,C2,2026-05-20,2026-06-20,250.00,USD
`;
const invoice = (id: string) => ({ table: 'document', id, kind: 'invoice', entity: '' }) as const;

async function reports(session: Session): Promise<string> {
  return JSON.stringify([
    await ask(session.engine, 'aging-totals', { asOf: '2026-10-31' }),
    await ask(session.engine, 'open-items', { asOf: '2026-07-31' }),
    await ask(session.engine, 'documents', { asOf: '2026-07-31' }),
    await ask(session.engine, 'history', {}),
  ]);
}

describe('the tables saved beside the journal', () => {
  let workspaces: Workspaces;
  let id: string;
  let before: string;
  let cache: Blob | undefined;

  /** A durable store as far as the session can see, so that it saves its tables. */
  const open = async (): Promise<WorkspaceStore> => {
    const store = await workspaces.open(id);
    return new Proxy(store, {
      get: (target, name) => {
        if (name === 'isDurable') return true;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  };

  beforeAll(async () => {
    workspaces = await memoryWorkspaces();
    id = await workspaces.create('Kept', '2026-10-31');
    const store = await open();
    const session = await openSession(store, 0);
    await bring(session, 'invoices.csv', invoices);
    await session.edit([
      {
        record: invoice('F-1'),
        field: 'due_date',
        since: null,
        was: '2026-06-15',
        value: '2026-07-15',
      },
    ]);
    await session.settled();
    for (let i = 0; i < 200 && cache === undefined; i += 1) {
      cache = await store.readCache();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await session.edit([
      { record: invoice('F-2'), field: 'note', since: null, was: null, value: 'called' },
    ]);
    await session.settled();
    before = await reports(session);
    await session.close();
  });
  afterAll(async () => {
    await workspaces.remove(id);
  });

  const put = async (blob: Blob): Promise<void> => {
    const store = await workspaces.open(id);
    await store.writeCache(blob);
    await store.close();
  };
  const opened = async (): Promise<{ readonly text: string; readonly isBuilt: boolean }> => {
    let isBuilt = false;
    const session = await openSession(await open(), undefined, () => {
      isBuilt = true;
    });
    const text = await reports(session);
    await session.close();
    return { text, isBuilt };
  };

  it('open the workspace without a build, and what was edited since is there', async () => {
    expect(cache?.size).toBeGreaterThan(10_000);
    if (cache) await put(cache);
    expect(await opened()).toEqual({ text: before, isBuilt: false });
  });

  it.each([
    ['a bit flipped in their middle', 0.5],
    ['a bit flipped at their end', 0.999],
    ['a bit flipped in their header', 0.0005],
  ])('with %s are thrown away, and the workspace is built', async (_, at) => {
    if (!cache) throw new Error('there is no cache');
    const bytes = new Uint8Array(await cache.arrayBuffer());
    const place = Math.floor(bytes.length * at);
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    await put(new Blob([bytes]));
    expect(await opened()).toEqual({ text: before, isBuilt: true });
  });

  it('cut short, or of another workspace, are thrown away', async () => {
    if (!cache) throw new Error('there is no cache');
    await put(cache.slice(0, cache.size - 1));
    expect(await opened()).toEqual({ text: before, isBuilt: true });
    await put(new Blob([]));
    expect(await opened()).toEqual({ text: before, isBuilt: true });
  });
});
