// Writes values as YAML in the style of the seeds: short lists and groups on one line, text quoted where it must be.
import { stringify } from 'yaml';

/** A scalar as YAML writes it on one line. */
export function scalar(value: string | number | null): string {
  return stringify(value, { lineWidth: 0, defaultStringType: 'PLAIN' })
    .trimEnd()
    .replace(/^[|>].*$/s, JSON.stringify(value));
}

/** A list of ids in brackets. */
export function list(ids: readonly string[]): string {
  return `[${ids.join(', ')}]`;
}

/** A comment of one line: no line break can leave it. */
export function comment(text: string): string {
  return `# ${text.replace(/\s+/g, ' ')}`;
}

/** A group of fields on one line. */
export function flow(value: object): string {
  const fields = Object.entries(value).map(
    ([key, each]) => `${key}: ${typeof each === 'object' && each !== null ? flow(each) : inFlow(each)}`,
  );
  return `{ ${fields.join(', ')} }`;
}

/** Commas and brackets would end a plain text on one line with others. */
function inFlow(value: string | number | null): string {
  return typeof value === 'string' && /[,{}[\]:#"']/.test(value) ? JSON.stringify(value) : scalar(value);
}
