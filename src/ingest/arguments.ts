// Reads a command's arguments; what is not understood comes back with the nearest option.
import { parseArgs } from 'node:util';
import { nearest } from '../text/nearest.ts';

/** The arguments of a command, or what is wrong with them. */
export type Arguments = { flags: ReadonlySet<string>; paths: string[] } | { complaint: string };

/** Reads `--flag` options (none takes a value) and paths. */
export function readArguments(args: readonly string[], flags: readonly string[]): Arguments {
  const { tokens } = parseArgs({ args: [...args], strict: false, allowPositionals: true, tokens: true });
  const given = new Set<string>();
  const paths: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') paths.push(token.value);
    if (token.kind !== 'option') continue;
    if (!flags.includes(token.name)) return { complaint: unknownOption(token.rawName, flags) };
    if (token.value !== undefined) return { complaint: `${token.rawName} takes no value` };
    given.add(token.name);
  }
  return { flags: given, paths };
}

function unknownOption(written: string, flags: readonly string[]): string {
  const best = nearest(written.replace(/^-+/, ''), flags);
  return `unknown option ${written}${best === undefined ? '' : `; did you mean --${best}?`}`;
}
