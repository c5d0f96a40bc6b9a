// Writes the programs that run the test files of one folder each: a process of its own for every file would cost more than its tests.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from '../../src/project.ts';

/** Fewer files than these join those of the folder above. */
const fewest = 8;

/** Writes the programs for the compiled tests under `tests` into another folder, each named after its folder. */
export function writePrograms(tests: string, into: string): void {
  mkdirSync(into, { recursive: true });
  const together = path.relative(into, inProject('dist', 'test', 'support', 'together.js'));
  for (const [folder, files] of filesByFolder(tests)) {
    const name = folder === '.' ? 'others' : folder.replaceAll(path.sep, '-');
    const paths = JSON.stringify(files.map((file) => path.join(tests, file)));
    writeFileSync(
      path.join(into, `${name}.test.js`),
      `import { together } from ${JSON.stringify(together)};\ntogether(${paths});\n`,
    );
  }
}

/** The test files by the folder whose process runs them. */
function filesByFolder(tests: string): Map<string, string[]> {
  const folders = new Map<string, string[]>([['.', []]]);
  for (const file of readdirSync(tests, { recursive: true }).map(String).sort()) {
    if (!file.endsWith('.test.js') || file.startsWith(`system${path.sep}`)) continue;
    const folder = path.dirname(file);
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  for (const folder of [...folders.keys()].sort().reverse()) {
    // a folder comes before the one that holds it
    const files = folders.get(folder) ?? [];
    if (files.length >= fewest || folder === '.') continue;
    const above = path.dirname(folder);
    folders.set(above, [...(folders.get(above) ?? []), ...files]);
    folders.delete(folder);
  }
  return folders;
}
