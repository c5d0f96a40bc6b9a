// The text of a record as it is stored, and the digest by which a second ingest knows that the record is unchanged.
import { hash } from 'node:crypto';
import type { FieldPath, Issue } from '../../records/issue.ts';
import { codePointName } from '../../text/code-points.ts';
import { onOneLine } from '../../text/line-separators.ts';

/**
 * A record as JSON on one line with its fields in the order of its schema and its texts in its own order of languages; and the
 * SHA-256 of that.
 */
export interface Sealed {
  text: string;
  digest: Uint8Array;
}

/** Seals a checked record; where a text in it holds what no text should, gives the issues instead. */
export function seal(record: object): Sealed | Issue[] {
  const json = JSON.stringify(record);
  const issues = mayBeUnfit.test(json) ? unfitTexts(record, []) : [];
  if (issues.length > 0) return issues;
  const text = onOneLine(json);
  return { text, digest: hash('sha256', text, 'buffer') };
}

/**
 * Control characters would be invisible wherever the record is shown, half a surrogate pair has no UTF-8, and the
 * replacement character stands where an earlier program lost a letter.
 */
const unfit = /[\p{Cc}\p{Cs}\ufffd]/u;

/** The same as JSON shows it: most are escaped. A backslash before such a letter is escaped too, and looked at twice. */
const mayBeUnfit = /\\[bfnrtu]|[\u007f-\u009f\ufffd]/;

function unfitTexts(value: unknown, path: FieldPath): Issue[] {
  if (typeof value === 'string') return unfit.test(value) ? [{ path, message: unfitWording(value) }] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((held, at) => unfitTexts(held, [...path, at]));
  return Object.entries(value).flatMap(([key, held]) => unfitTexts(held, [...path, key]));
}

function unfitWording(text: string): string {
  const codes = text
    .split('')
    .filter((unit) => unfit.test(unit))
    .map(codePointName);
  return `holds ${[...new Set(codes)].join(', ')}, which is no character to be read; remove it`;
}
