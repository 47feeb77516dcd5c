import { describe, expect, it } from 'vitest';
import { createRowStore } from './rows';

function counted(rowCount: number) {
  const pages: string[] = [];
  const store = createRowStore({
    rowCount,
    page: async (offset, limit) => {
      pages.push(`${offset}+${limit}`);
      return Array.from({ length: limit }, (_, i) => ({ id: offset + i }));
    },
  });
  return { store, pages };
}

describe('the rows of a grid', () => {
  it('are read in one page where they lie together, and once', async () => {
    const { store, pages } = counted(2_300);
    expect((await store.read(700, 1_700)).map((row) => row['id'])).toEqual(
      Array.from({ length: 1_000 }, (_, i) => 700 + i),
    );
    expect(pages).toEqual(['500+1500']);
    await store.read(400, 600);
    expect(pages).toEqual(['500+1500', '0+500']);
    expect(store.peek(1_999)).toEqual({ id: 1_999 });
    expect(store.peek(2_000)).toBeUndefined();
  });

  it('end where the report ends', async () => {
    const { store, pages } = counted(1_050);
    expect(await store.read(1_000, 9_000)).toHaveLength(50);
    expect(await store.read(1_050, 1_060)).toEqual([]);
    expect(pages).toEqual(['1000+50']);
  });

  it('that were looked at longest ago are forgotten', async () => {
    const { store } = counted(1_000_000);
    await store.read(0, 500);
    await store.read(500_000, 700_000);
    expect(store.peek(0)).toBeUndefined();
    expect(store.peek(699_999)).toEqual({ id: 699_999 });
  });
});
