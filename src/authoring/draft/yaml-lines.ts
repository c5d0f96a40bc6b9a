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
