// Puts figures into words and tables.

/** `12,300`; fewer than ten keep a digit after the point. */
export const number = (value: number): string =>
  Number.isFinite(value) ? value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 }) : '–';

/** `0.42 ms`, `12 ms` */
export const milliseconds = (value: number): string =>
  Number.isFinite(value) ? `${value < 10 ? value.toFixed(2) : number(value)} ms` : '–';

export const mebibytes = (value: number): string => `${number(value)} MiB`;

/** `3.2 s`, `4 min 12 s` */
export function duration(seconds: number): string {
  if (seconds < 60) return `${seconds.toFixed(seconds < 10 ? 2 : 1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** `0.43`; a dash where there is nothing to compare with. */
export const ratio = (one: number, other: number | undefined): string =>
  other === undefined || other === 0 ? '–' : (one / other).toFixed(2);

/** `12.40`; a dash where nothing was compared, or nothing came to compare with. */
export const times = (value: number | null): string =>
  value === null || !Number.isFinite(value) ? '–' : value.toFixed(2);

/** A Markdown table; the first column holds words, the others figures, unless they are named as words. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  words: readonly string[] = [],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((name, at) => (at === 0 || words.includes(name) ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}
