// The canonical text of a record and its digest, by which a second load knows that nothing changed.
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { FieldPath } from './problems.ts';
import type { Misfit } from './shape.ts';

/** A record as RFC 8785 canonical JSON, and the SHA-256 of that. */
export interface Sealed {
  text: string;
  digest: Buffer;
}

/** Seals a checked record; where a text in it holds what no text should, gives the misfits instead. */
export function seal(record: object): Sealed | Misfit[] {
  const misfits = unfitTexts(record, []);
  if (misfits.length > 0) return misfits;
  const text = String(canonicalize(record));
  return { text, digest: createHash('sha256').update(text).digest() };
}

/**
 * Control characters would be invisible wherever the record is shown, half a surrogate pair has no UTF-8, and the
 * replacement character stands where an earlier program lost a letter.
 */
const unfit = /[\p{Cc}\p{Cs}\ufffd]/u;

function unfitTexts(value: unknown, path: FieldPath): Misfit[] {
  if (typeof value === 'string') return unfit.test(value) ? [{ path, message: unfitWording(value) }] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((held, at) => unfitTexts(held, [...path, at]));
  return Object.entries(value).flatMap(([key, held]) => unfitTexts(held, [...path, key]));
}

function unfitWording(text: string): string {
  const [character = ''] = unfit.exec(text) ?? [];
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `holds U+${code}, which is no character to be read; remove it`;
}
