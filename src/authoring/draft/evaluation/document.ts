// Tells figures: prints them, and writes them into a document between two comments of it.
import { readFileSync, writeFileSync } from 'node:fs';
import type { Streams } from '../arguments.ts';

/** Prints figures; where a document is named, they also replace what stands in it between `<!-- name -->` and `<!-- end of name -->`. */
export function tellFigures(
  figures: string,
  name: string,
  document: string | null,
  { stdout }: Streams,
): void {
  stdout.write(`${figures}\n`);
  if (document === null) return;
  const between = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(?=<!-- end of ${name} -->)`);
  const text = readFileSync(document, 'utf8');
  writeFileSync(
    document,
    text.replace(between, (_all, before: string) => `${before}${figures}\n`),
  );
}
