import { ImportFailure, type ImportProblem } from '../../domain/import/problem';
import type { SourceFile } from '../source';
import { unpack } from './unpack';
import type { Unpacked } from './unpacked';

/** What the worker answers: how far it is, the parts, the one problem of the file, or a defect's text. */
export type UnpackAnswer =
  | { readonly bytes: number }
  | { readonly unpacked: Unpacked | undefined }
  | { readonly problem: ImportProblem }
  | { readonly failure: string };

self.addEventListener('message', ({ data }: MessageEvent<SourceFile>) => {
  const tell = (answer: UnpackAnswer): void => self.postMessage(answer);
  unpack(data, { onBytes: (bytes) => tell({ bytes }) }).then(
    (unpacked) => tell({ unpacked }),
    (error: unknown) => {
      if (error instanceof ImportFailure) tell({ problem: error.problem });
      else tell({ failure: error instanceof Error ? error.message : String(error) });
    },
  );
});
