// The code that puts a quotation into another page: an `iframe`, as the pages show it and as oEmbed answers it.
import { escapeHtml } from './jsx.ts';

/** Size of the frame in CSS pixels. */
export const embedSize = { width: 600, height: 260 };

/** Path of the page that is framed. */
export const embedPath = (statementHref: string, renditionId: string | null, language: string): string =>
  `${statementHref}/embed?${renditionId === null ? '' : `rendition=${renditionId}&`}lang=${language}`;

export const embedCode = (url: string, title: string, { width, height } = embedSize): string =>
  `<iframe src="${escapeHtml(url)}" title="${escapeHtml(title)}" width="${width}" height="${height}" loading="lazy"></iframe>`;
