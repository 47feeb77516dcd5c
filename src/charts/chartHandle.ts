import { type Ref, useImperativeHandle } from 'react';
import type { Scheme } from '../ui/tokens/tokens';
import { type Panel, type PictureWords, pictureOf, pngOf } from './picture';

/** A chart that can leave the page. */
export interface ChartHandle {
  /** @param scheme the page's own where it is not given; paper is light */
  exportSvg(scheme?: 'light'): string;
  exportPng(): Promise<Blob>;
}

/** Lets a chart leave the page as its panels in the colours of a scheme. */
export function useChartHandle(
  ref: Ref<ChartHandle> | undefined,
  own: Scheme,
  words: PictureWords,
  panels: (scheme: Scheme) => readonly Panel[],
): void {
  useImperativeHandle(ref, () => ({
    exportSvg: (scheme: Scheme = own) => pictureOf(panels(scheme), scheme, words).svg,
    exportPng: () => pngOf(pictureOf(panels(own), own, words)),
  }));
}
