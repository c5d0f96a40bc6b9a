// Reads a command's arguments; what is not understood comes back with the nearest option.
import { parseArgs } from 'node:util';
import { nearest } from '../text/nearest.ts';

/** The arguments of a command, or what is wrong with them. */
export type Arguments =
  | { flags: ReadonlySet<string>; values: ReadonlyMap<string, string[]>; paths: string[] }
  | { complaint: string };

/** Reads `--flag` options, options that take a value (each may be given several times), and paths. */
export function readArguments(
  args: readonly string[],
  flags: readonly string[],
  valued: readonly string[] = [],
): Arguments {
  const options = Object.fromEntries(
    valued.map((name) => [name, { type: 'string', multiple: true } as const]),
  );
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = new Set<string>();
  const values = new Map<string, string[]>();
  const paths: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') paths.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    if (valued.includes(name)) {
      if (value === undefined || value === '') return { complaint: `${rawName} needs a value` };
      values.set(name, [...(values.get(name) ?? []), value]);
      continue;
    }
    if (!flags.includes(name)) return { complaint: unknownOption(rawName, [...flags, ...valued]) };
    if (value !== undefined) return { complaint: `${rawName} takes no value` };
    given.add(name);
  }
  return { flags: given, values, paths };
}

function unknownOption(written: string, flags: readonly string[]): string {
  const best = nearest(written.replace(/^-+/, ''), flags);
  return `unknown option ${written}${best === undefined ? '' : `; did you mean --${best}?`}`;
}
