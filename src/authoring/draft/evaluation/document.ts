// Writes figures into a document, between two comments of it.
import { readFileSync, writeFileSync } from 'node:fs';

/** Replaces what stands between `<!-- name -->` and `<!-- end of name -->`. */
export function writeFigures(document: string, name: string, figures: string): void {
  const between = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(?=<!-- end of ${name} -->)`);
  const text = readFileSync(document, 'utf8');
  writeFileSync(
    document,
    text.replace(between, (_all, before: string) => `${before}${figures}\n`),
  );
}
