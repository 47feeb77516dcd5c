import { z } from 'zod';
import type { Hashing } from './hashing';
import { mendText, readText, writeText } from './slots';
import type { StorageFolder } from './storage';
import { StoreFailure } from './store';

/** What a workspace is called; what it consists of stands in its journal. */
export interface Manifest {
  readonly format: typeof format;
  readonly id: string;
  readonly name: string;
  /** ISO 8601. */
  readonly createdAt: string;
}

export const format = 1;
const file = 'manifest';

const anyFormat = z.object({ format: z.number().int().positive() });
const stored = z.object({
  format: z.literal(format),
  id: z.string().min(1),
  name: z.string(),
  createdAt: z.string(),
});

function parse(text: string | undefined): Manifest {
  if (text === undefined) throw new StoreFailure('damaged', 'the workspace has no manifest');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new StoreFailure('damaged', 'the manifest is no JSON');
  }
  const versioned = anyFormat.safeParse(value);
  if (versioned.success && versioned.data.format > format)
    throw new StoreFailure('newer', 'the workspace was written by a later version');
  const parsed = stored.safeParse(value);
  if (!parsed.success) throw new StoreFailure('damaged', parsed.error.message);
  return parsed.data;
}

/** @throws StoreFailure `damaged`, `newer` */
export async function readManifest(folder: StorageFolder, sums: Hashing): Promise<Manifest> {
  return parse(await readText(folder, file, sums));
}

/** Reads it for the workspace's keeper, who mends what is half of it. */
export async function mendManifest(folder: StorageFolder, sums: Hashing): Promise<Manifest> {
  return parse(await mendText(folder, file, sums));
}

export function writeManifest(
  folder: StorageFolder,
  manifest: Manifest,
  sums: Hashing,
): Promise<void> {
  return writeText(folder, file, JSON.stringify(manifest), sums);
}
