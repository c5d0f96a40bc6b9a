// Finds the files to ingest: walks folders, and knows by a file's name what it holds.
import { readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { collectionOf, type Kind, kinds } from '../../records/kinds.ts';
import { nearest } from '../../text/nearest.ts';
import type { Problem } from '../check/problems.ts';
import { labelOf, originOf } from './file-names.ts';

/** How a file is written. */
export type FileFormat = 'yaml' | 'json' | 'ndjson';

/** A file to read: YAML or JSON that holds one kind of record, or JSON or NDJSON that names the kind of each. */
export interface InputFile {
  /** Absolute path. */
  path: string;
  /** As problems name it: relative to the current folder. */
  label: string;
  /** As the database names it. */
  origin: string;
  format: FileFormat;
  /** The kind of its records by its name; null where each record names its own. */
  holds: Kind | null;
  /** In bytes, as it was found. */
  size: number;
}

/** Where a record stands: what is needed to find it again. */
export interface RecordPlace {
  file: InputFile;
  line: number;
  /** As in Entry: index in a YAML list, or byte offset of the record's JSON. */
  place: number;
}

/** The files found, in the order in which they are read, and what is wrong with the arguments. */
export interface FoundFiles {
  files: InputFile[];
  problems: Problem[];
}

const kindByName = new Map(kinds.map((kind) => [collectionOf[kind] as string, kind]));

/** The names that mean something: `people.yaml, …, *.json, *.ndjson`. */
const knownNames = `${[...kindByName.keys()].map((name) => `${name}.yaml`).join(', ')}, *.json, *.ndjson`;

/**
 * Finds every file under the paths given. Folders are walked in the order of their names; links are followed, and
 * what was reached before is not read again. Anything that cannot be read as records is a problem, not skipped,
 * unless it is a text beside the records (README.md, dot files and such).
 */
export function findFiles(paths: readonly string[]): FoundFiles {
  const search = new Search();
  for (const given of paths) search.begin(path.resolve(given));
  return search;
}

class Search implements FoundFiles {
  readonly files: InputFile[] = [];
  readonly problems: Problem[] = [];
  readonly #visited = new Set<string>();
  /** How often something was found that is not passed over in silence. */
  #reached = 0;

  begin(given: string): void {
    const before = this.#reached;
    this.#visit(given, true);
    if (this.#reached === before) this.#complain(given, `holds no records; expected one of ${knownNames}`);
  }

  /** Whatever the file system refuses on the way is a problem of this file or folder. */
  #visit(file: string, asked: boolean): void {
    try {
      const stats = statSync(file);
      const real = realpathSync(file);
      if (this.#visited.has(real)) this.#reached += 1;
      else {
        this.#visited.add(real);
        if (stats.isDirectory()) this.#enter(file, asked);
        else if (stats.isFile()) this.#take(file, stats.size, asked);
        else if (asked || holdingOf(file, false) !== null)
          this.#complain(file, 'is neither a file nor a folder; save what it holds to a file first');
      }
    } catch (error) {
      this.#complain(file, fileComplaint(error));
    }
  }

  /** A folder by the name of a file of records stands in the way of that. */
  #enter(folder: string, asked: boolean): void {
    const holds = asked ? null : holdingOf(folder, false);
    if (holds !== null && 'format' in holds)
      this.#complain(folder, 'is a folder, but has the name of a file of records; give it another name');
    else this.#visitFolder(folder);
  }

  #visitFolder(folder: string): void {
    for (const name of readdirSync(folder).sort()) {
      if (!name.startsWith('.')) this.#visit(path.join(folder, name), false);
    }
  }

  #take(file: string, size: number, asked: boolean): void {
    const holds = holdingOf(file, asked);
    if (holds === null) return;
    if ('complaint' in holds) this.#complain(file, holds.complaint);
    else {
      this.#reached += 1;
      this.files.push({ path: file, label: labelOf(file), origin: originOf(file), ...holds, size });
    }
  }

  #complain(file: string, message: string): void {
    this.#reached += 1;
    this.problems.push({ file: labelOf(file), line: null, column: null, path: '', message });
  }
}

const formatByExtension = new Map<string, FileFormat>([
  ['.yaml', 'yaml'],
  ['.yml', 'yaml'],
  ['.json', 'json'],
  ['.ndjson', 'ndjson'],
  ['.jsonl', 'ndjson'],
]);

/** What a file holds by its name; null where it is none of our business; a complaint where its name is not known. */
function holdingOf(
  file: string,
  asked: boolean,
): Pick<InputFile, 'format' | 'holds'> | null | { complaint: string } {
  const { base, name, ext } = path.parse(file);
  const format = formatByExtension.get(ext.toLowerCase());
  const holds = kindByName.get(name) ?? null;
  if (format === 'ndjson') return { format, holds: null };
  if (format === 'json' || (format === 'yaml' && holds !== null)) return { format, holds };
  if (!asked && format === undefined) return null;
  const best = nearest(name, kindByName.keys());
  const hint = best === undefined ? '' : `; did you mean '${best}.yaml'?`;
  return { complaint: `'${base}' does not say what it holds; expected one of ${knownNames}${hint}` };
}

/** Says in words why the file system refused, with a way out. */
export function fileComplaint(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return refusals.get(String(code)) ?? `cannot be read: ${message}`;
}

export const noSuchFile = 'no such file or folder; check the path (it is relative to the current folder)';

const refusals = new Map([
  ['ENOENT', noSuchFile],
  ['EACCES', 'cannot be read; check its permissions'],
  ['EPERM', 'cannot be read; check its permissions'],
  ['ELOOP', 'is a link that leads back to itself; remove it'],
  ['ENOTDIR', 'a part of this path is a file, not a folder'],
  ['EEXIST', 'is a file; expected a folder'],
  ['EISDIR', 'is a folder; expected a file'],
  ['EROFS', 'cannot be written; its file system is read-only'],
  ['ENOSPC', 'cannot be written; the disk is full'],
]);
