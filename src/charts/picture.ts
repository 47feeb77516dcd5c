import { fontFamily, type Scheme, sizes, tokens } from '../ui/tokens/tokens';
import { type ChartOption, svgOf } from './echarts';

const margin = 24;
const titleHeight = 34;
const lineHeight = 16;
const panelTitleHeight = 26;

/** What stands in the picture besides the bars, so that it still explains itself in somebody's slides. */
export interface PictureWords {
  readonly title: string;
  readonly policyLine: string;
}

/** One chart of a picture. */
export interface Panel {
  /** Its currency. */
  readonly title: string;
  readonly option: ChartOption;
  /** In pixels. */
  readonly height: number;
  /** What it does not draw, in words; empty where it draws all. */
  readonly note: string;
}

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

function escaped(text: string): string {
  return text
    .replace(/\p{Cc}/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function line(
  text: string,
  x: number,
  y: number,
  size: number,
  fill: string,
  weight = 400,
): string {
  return `<text x="${x}" y="${y}" font-family="${escaped(fontFamily)}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escaped(text)}</text>`;
}

/** A typical letter's width, in parts of the font's size: a little more than most fonts have, so that no line is cut. */
const letterWidth = 0.56;

/** A text in lines that fit a width, broken between words. */
function wrapped(text: string, width: number, size: number): readonly string[] {
  const lettersMax = Math.floor(width / (size * letterWidth));
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= lettersMax)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** All panels below each other in one SVG, with title and policy line, on the scheme's surface. */
export function pictureOf(
  charts: readonly Panel[],
  scheme: Scheme,
  words: PictureWords,
  width = 1000,
): Picture {
  const colours = tokens[scheme];
  const inner = width - 2 * margin;
  const policy = wrapped(words.policyLine, inner, sizes.chartFont);
  let y = margin + titleHeight + policy.length * lineHeight + 8;
  const panels = charts.map(({ title, option, height, note }) => {
    const chart = svgOf(option, inner, height).replace(
      /^<svg /,
      `<svg x="${margin}" y="${y + panelTitleHeight}" `,
    );
    const name = line(title, margin, y + 16, sizes.chartFont, colours.text, 600);
    y += panelTitleHeight + height + margin;
    const rest = line(note, margin, y - margin / 2, sizes.chartFont, colours.textMuted);
    return name + chart + (note === '' ? '' : rest);
  });
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y}" viewBox="0 0 ${width} ${y}">`,
    `<rect width="${width}" height="${y}" fill="${colours.surface}"/>`,
    line(words.title, margin, margin + sizes.chartTitle, sizes.chartTitle + 3, colours.text, 600),
    ...policy.map((text, i) =>
      line(text, margin, margin + 40 + i * lineHeight, sizes.chartFont, colours.textMuted),
    ),
    ...panels,
    '</svg>',
  ].join('');
  return { svg, width, height: y };
}

/** The same picture in pixels, `scale` of them to one, for programs that take no SVG. */
export async function pngOf(picture: Picture, scale = 2): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = picture.width * scale;
  canvas.height = picture.height * scale;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be drawn'))),
      'image/png',
    ),
  );
}
