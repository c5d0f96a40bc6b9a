// Turns YAML nodes into plain values, and refuses keys that stand twice or are no names.
import { isMap, isScalar, isSeq, type LineCounter, type YAMLMap } from 'yaml';
import type { Fault } from './entry.ts';
import { lineAndColumn } from './yaml.ts';

/** A plain value, as JSON has them. */
export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain };

/** Reads a node as a plain value; what is refused adds a fault and is left out. */
export function plainValue(node: unknown, lines: LineCounter, faults: Fault[]): Plain {
  if (isScalar(node)) return node.value as Plain; // the core schema has texts, numbers, booleans and null
  if (isSeq(node)) return node.items.map((item) => plainValue(item, lines, faults));
  if (isMap(node)) return mapValue(node, lines, faults);
  return null;
}

function mapValue(map: YAMLMap, lines: LineCounter, faults: Fault[]): Plain {
  const value: { [key: string]: Plain } = {};
  for (const { key, value: held } of map.items) {
    const name = isScalar(key) && typeof key.value === 'string' ? key.value : '';
    const message = refusalOf(name, value);
    if (message === null) value[name] = plainValue(held, lines, faults);
    else faults.push({ ...lineAndColumn(lines, offsetOf(key)), message });
  }
  return value;
}

function refusalOf(name: string, before: { [key: string]: Plain }): string | null {
  if (name === '') return 'expected the name of a field';
  if (name === '<<') return "merge key '<<' is refused; write the fields out";
  if (name === '__proto__') return "unknown field '__proto__'";
  if (Object.hasOwn(before, name)) return `field '${name}' stands twice; keep one`;
  return null;
}

/** Where a node begins, as an offset of the text; undefined for what is not there. */
export const startOf = (node: unknown): number | undefined => rangeOf(node)?.[0];

/** The same for a node that is known to be there; a node that was made rather than read begins at 0. */
export const offsetOf = (node: unknown): number => startOf(node) ?? 0;

/** Where the value of a node ends, before what only follows it; 0 for a node that was made rather than read. */
export const valueEndOf = (node: unknown): number => rangeOf(node)?.[1] ?? 0;

/** Anything can be asked; only nodes that were read have a range. */
function rangeOf(node: unknown): [number, number, number] | null | undefined {
  const { range } = Object(node) as { range?: [number, number, number] | null };
  return range;
}
