// The code that puts a quotation into another page: an `iframe`, as the pages show it and as oEmbed answers it.
import type { Rendition } from '../resources/statements/schema.ts';
import { escapeHtml } from './jsx.ts';

/** Size of a frame in CSS pixels. */
export interface FrameSize {
  width: number;
  height: number;
}

/** The width of a frame; what holds it may be narrower. */
const frameWidth = 600;

/** Letters in a line of that width, height of a line, and height of everything but the quoted words, in CSS pixels. */
const [letters, lineHeight, surroundings] = [54, 41, 150];

/** The size that holds these words; in a narrower page they are scrolled. */
export function frameSizeOf({ quotes }: Pick<Rendition, 'quotes'>): FrameSize {
  const length = quotes.reduce((sum, { text }) => sum + text.length + 3, 0);
  return { width: frameWidth, height: surroundings + lineHeight * Math.max(1, Math.ceil(length / letters)) };
}

/** Path of the page that is framed. */
export const embedPath = (statementHref: string, renditionId: string | null, language: string): string =>
  `${statementHref}/embed?${renditionId === null ? '' : `rendition=${renditionId}&`}lang=${language}`;

export const embedCode = (url: string, title: string, { width, height }: FrameSize): string =>
  `<iframe src="${escapeHtml(url)}" title="${escapeHtml(title)}" width="${width}" height="${height}" style="border:0;max-width:100%" loading="lazy"></iframe>`;
