// Reads the arguments of the command `import`.
import path from 'node:path';
import { readArguments } from '../../commands/arguments.ts';
import { didYouMean } from '../../ingest/did-you-mean.ts';
import { labelOf } from '../../ingest/read/file-names.ts';
import { languageTag } from '../../records/fields.ts';
import { importAkomaNtoso } from './formats/akoma-ntoso.ts';
import { importClaimReviews } from './formats/claim-review.ts';
import { importCsv } from './formats/csv.ts';
import { columnNamed } from './formats/csv-columns.ts';
import { importPopolo } from './formats/popolo.ts';
import type { Importing, ImportSettings } from './importing.ts';
import type { DateOrder } from './texts.ts';

const formats: Readonly<Record<string, (file: string, importing: Importing) => Promise<void>>> = {
  csv: importCsv,
  popolo: importPopolo,
  'akoma-ntoso': importAkomaNtoso,
  'claim-review': importClaimReviews,
};

export const usage = `Usage: npm run import -- <format> <file> --out <folder> [options]

Turns a file into records, written as NDJSON into the folder, and tells what was mapped, what was left out, and why. Then
npm run ingest -- <folder> loads them.

  csv            quotations, a row for each; also our own tables of statements and renditions
  popolo         people, organizations, memberships, posts, events and speeches (JSON)
  akoma-ntoso    debates with their speeches (XML)
  claim-review   fact checks of schema.org (JSON-LD)

  --out <folder>         where the records go
  --language <tag>       the language of texts of which the file does not say it, such as en
  --map <column=field>   what a column of the CSV holds; may be given several times
  --dates <dmy|mdy>      the order in dates such as 05/08/2025
  --known <folder>       records that are there already, so that names lead to them; may be given several times
  --report <file>        write all problems to this file; of many, only some of each kind are shown
  --help                 show this

Exit status: 0 written, perhaps without some rows, which are told; 1 nothing could be written; 2 wrong usage.
`;

/** What the command was asked to do. */
export interface ImportArguments {
  read: (file: string, importing: Importing) => Promise<void>;
  file: string;
  out: string;
  known: readonly string[];
  report: string | undefined;
  settings: ImportSettings;
}

/** The arguments; 'help' where that was asked for; what is wrong with them otherwise. */
export function argumentsFrom(args: readonly string[]): ImportArguments | 'help' | string {
  const valued = ['out', 'language', 'map', 'dates', 'known', 'report'];
  const read = readArguments(args, ['help'], valued);
  if ('complaint' in read) return read.complaint;
  if (read.flags.has('help')) return 'help';
  const [format = '', file, ...more] = read.paths;
  const reader = formats[format];
  if (reader === undefined) {
    const names = Object.keys(formats);
    return format === ''
      ? `expected a format, one of ${names.join(', ')}`
      : `unknown format '${format}'; expected one of ${names.join(', ')}${didYouMean(format, names)}`;
  }
  if (file === undefined || more.length > 0) return 'expected one file after the format';
  const last = (name: string): string | undefined => read.values.get(name)?.at(-1);
  const [out, language = null, dates = null] = [last('out'), last('language'), last('dates')];
  if (out === undefined) return 'say where the records go with --out <folder>';
  const tag = language === null ? null : languageTag.safeParse(language);
  if (tag?.success === false) return `--language: ${tag.error.issues[0]?.message}, found '${language}'`;
  if (dates !== null && dates !== 'dmy' && dates !== 'mdy')
    return `--dates: expected dmy or mdy, found '${dates}'`;
  const columns = columnsFrom(read.values.get('map') ?? []);
  if (typeof columns === 'string') return columns;
  const settings = { label: labelOf(file), language, columns, dates: dates as DateOrder | null };
  return {
    read: reader,
    file: path.resolve(file),
    out,
    known: read.values.get('known') ?? [],
    report: last('report'),
    settings,
  };
}

/** `column=field`; the last equals sign divides them, as a column may have one in its name. */
function columnsFrom(pairs: readonly string[]): ReadonlyMap<string, string> | string {
  const columns = new Map<string, string>();
  for (const pair of pairs) {
    const at = pair.lastIndexOf('=');
    const [column, field] = [pair.slice(0, Math.max(at, 0)).trim(), pair.slice(at + 1).trim()];
    if (column === '' || field === '')
      return `--map: expected column=field, such as --map Redner=speaker, found '${pair}'`;
    const meaning = columnNamed(field, false);
    if (meaning === null || 'message' in meaning)
      return `--map: no field is called '${field}'${didYouMean(field, ['speaker', 'quote', 'date', 'source', 'url', 'outlet', 'language', 'gist', 'topic', 'place', 'event'])}`;
    columns.set(column, field);
  }
  return columns;
}
