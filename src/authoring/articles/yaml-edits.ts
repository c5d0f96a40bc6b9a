// Edits of a YAML text at the nodes of its parse, so that comments and layout elsewhere stay byte for byte.
import { isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import { offsetOf, startOf, valueEndOf } from '../../ingest/read/yaml-values.ts';
import type { Edit } from './splice.ts';

type Fields = Record<string, string | number>;

/**
 * Sets fields of a group, values being YAML text already. What is there gets its new value; the others are put where
 * the field `instead` stands, which goes, or else at the end of the group.
 */
export function setFields(text: string, map: YAMLMap, fields: Fields, instead?: string): Edit[] {
  const entries = Object.entries(fields);
  const present = entries.filter(([key]) => pairOf(map, key) !== undefined);
  const absent = entries.filter(([key]) => pairOf(map, key) === undefined);
  const edits = present.flatMap(([key, value]) => replaceValue(text, pairOf(map, key), String(value)));
  const replaced = instead === undefined ? undefined : pairOf(map, instead);
  const added = absent.map(([key, value]) => field(key, String(value))).join(separatorIn(text, map));
  if (replaced && absent.length > 0) edits.push({ ...rangeOf(text, replaced), text: added });
  else if (replaced) edits.push(removal(text, map, replaced));
  else if (absent.length > 0) edits.push(appended(text, map, added));
  return edits;
}

/** A list in block style begins on the line after its key. */
const field = (key: string, value: string): string => `${key}:${value.startsWith('\n') ? '' : ' '}${value}`;

/** Puts a field at the very front of a group. */
export function prependField(text: string, map: YAMLMap, key: string, value: string): Edit {
  const start = offsetOf(map) + (map.flow === true ? lengthOfOpening(text, map) : 0);
  return { start, end: start, text: `${key}: ${value}${separatorIn(text, map)}` };
}

/** Replaces a value, unless it says the same already. */
function replaceValue(text: string, pair: Pair | undefined, value: string): Edit[] {
  const start = offsetOf(pair?.value);
  const end = endOf(text, pair?.value);
  return text.slice(start, end) === value ? [] : [{ start, end, text: value }];
}

export function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

/** What stands between two fields of a group: a comma in flow style, a new line with the group's indent in block style. */
function separatorIn(text: string, map: YAMLMap): string {
  return map.flow === true ? ', ' : `\n${indentOf(text, map)}`;
}

/** The column in which a node begins, as spaces; the fields of a group may follow the dash of a list. */
export function indentOf(text: string, node: unknown): string {
  const start = offsetOf(node);
  return ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
}

/** The brace and the space after it. */
function lengthOfOpening(text: string, map: YAMLMap): number {
  const rest = text.slice(offsetOf(map) + 1);
  return 1 + rest.length - rest.trimStart().length;
}

function appended(text: string, map: YAMLMap, added: string): Edit {
  const end = endOf(text, map.items.at(-1)?.value);
  return { start: end, end, text: `${separatorIn(text, map)}${added}` };
}

function rangeOf(text: string, pair: Pair): { start: number; end: number } {
  return { start: offsetOf(pair.key), end: endOf(text, pair.value) };
}

/** Takes a field away: in block style with its whole line, in flow style with one comma. */
function removal(text: string, map: YAMLMap, pair: Pair): Edit {
  const at = map.items.indexOf(pair);
  const { start, end } = rangeOf(text, pair);
  const next = startOf(map.items[at + 1]?.key);
  if (next !== undefined && (map.flow === true || at === 0)) return { start, end: next, text: '' };
  if (map.flow === true) return { start: endOf(text, map.items[at - 1]?.value), end, text: '' };
  const lineEnd = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start) + 1, end: lineEnd < 0 ? text.length : lineEnd + 1, text: '' };
}

/** Where what a node says ends: before the line break, comments and blank lines that the parser counts to it. */
export function endOf(text: string, node: unknown): number {
  if ((isMap(node) || isSeq(node)) && node.flow !== true && node.items.length > 0) {
    const last = node.items.at(-1);
    return endOf(text, isMap(node) ? (last as Pair).value : last);
  }
  return text.slice(0, valueEndOf(node)).trimEnd().length;
}
