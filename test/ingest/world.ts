// A small summit of its own for the tests of the ingest: valid files, a folder to change them in, and short ways to load.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { formatProblem, type Problem } from '../../src/ingest/check/problems.ts';
import { type IngestOptions, ingest } from '../../src/ingest/ingest.ts';
import { labelOf } from '../../src/ingest/read/file-names.ts';
import type { IngestReport } from '../../src/ingest/report.ts';

export { contentOf } from '../support/database-content.ts';

/** File contents by path. */
export type Files = Record<string, string | Buffer>;

/** The article that the world's source stands for. Two paragraphs, an empty line between them. */
export const article = `قالت عايدة إن "السلام قريب" في المدينة.\n\nوأضافت أن الهدنة تبدأ غدا.\n`;
const articleSha256 = createHash('sha256').update(article).digest('hex');

/** One record of each kind or a few, all right, all referring to one another. */
export const world = {
  'people.yaml': `- id: ada
  name: { en: Ada Stone, ar: عايدة }
  aliases: [Ada]
  roles:
    - { title: { en: Envoy, ar: مبعوثة }, organization: council, from: 2020-01 }
  country: RU
- id: bo
  name: { en: Bo Hill, ar: بو }
`,
  'organizations.yaml': `- id: council
  name: { en: The Council, ar: المجلس }
  kind: government
- id: wire
  name: { en: The Wire, ar: السلك }
  kind: news-agency
  wikidata: Q1
`,
  'places.yaml': `- id: land
  name: { en: Land, ar: بلاد }
  kind: country
- id: city
  name: { en: City, ar: مدينة }
  kind: city
  within: land
  latitude: 1.5
  longitude: 2
  aliases: [Town]
`,
  'topics.yaml': `- id: peace
  name: { en: Peace, ar: سلام }
  description: { en: Peace., ar: السلام. }
- id: truce
  name: { en: Truce, ar: هدنة }
  broader: peace
  description: { en: Truces., ar: الهدن. }
`,
  'events.yaml': `- id: meeting
  name: { en: Meeting, ar: لقاء }
  kind: summit
  start: 2025-01-01
  end: 2025-01-02
  place: city
  participants:
    - { person: ada, delegation: land, role: { en: Host, ar: مضيفة } }
- id: talks
  name: { en: Talks, ar: محادثات }
  kind: talks
  partOf: meeting
`,
  'sources.yaml': `- id: report
  name: { en: Report, ar: تقرير }
  file: report.txt
  sha256: '${articleSha256}'
  outlet: wire
  language: ar
  dateline: { place: city, date: 2025-01-02 }
  paragraphs:
    - { start: 0, end: 39 }
    - { start: 41, end: 67 }
`,
  'statements.yaml': `- id: near
  speakers: [ada]
  gist: { en: Peace is near., ar: السلام قريب. }
  saidOn: 2025-01-01
  event: talks
  place: city
  addressees: [council]
  topics: [truce]
  mentions: [bo, land, organization/wire, meeting]
  renditions:
    - id: near-report
      source: report
      via: wire
      mode: mixed
      cue: { text: قالت, lemma: قال }
      language: ar
      quotes:
        - { text: السلام قريب, start: 15, end: 26 }
      paragraph: 1
      start: 0
      end: 27
`,
  'claims.yaml': `- id: length
  event: talks
  attribute: duration
  value: { type: duration, value: PT2H }
  source: report
  via: wire
  attributedTo: ada
  paragraph: 2
  start: 41
  end: 50
- id: who
  event: talks
  attribute: chair
  value: { type: reference, value: bo }
  source: report
  paragraph: 2
  start: 41
  end: 50
`,
} satisfies Files;

/** An entry that adds a rendition to the world's statement. */
export const added = `- statement: near
  renditions:
    - { id: near-again, source: report, mode: indirect, cue: { text: وأضافت, lemma: أضاف }, language: ar, paragraph: 2, start: 41, end: 66 }
`;

/** The same as the world, with one text of one file replaced. Throws where that text is not there exactly once. */
export function changed(file: keyof typeof world, from: string, to: string): Files {
  const parts = world[file].split(from);
  if (parts.length !== 2) throw new Error(`'${from}' stands ${parts.length - 1} times in ${file}`);
  return { ...world, [file]: parts.join(to) };
}

/** Writes files under a folder and gives the folder back. */
export function write(folder: string, files: Files): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

/** Ingests a folder into the database beside it. */
export function load(folder: string, options: Partial<IngestOptions> = {}): Promise<IngestReport> {
  return ingest({ database: databaseBeside(folder), paths: [folder], ...options });
}

export const databaseBeside = (folder: string): string => `${folder}.sqlite`;

/** Problems as the command shows them, with these folders left out. */
export const shown = (problems: readonly Problem[], ...folders: string[]): string[] =>
  problems.map(formatProblem).map((line) => {
    return folders.reduce((text, folder) => text.replaceAll(`${labelOf(folder)}/`, ''), line);
  });

/** Reads something from a database. */
export function query(file: string, sql: string): unknown[] {
  const database = new Sqlite(file, { readonly: true });
  try {
    return database.prepare(sql).raw().all();
  } finally {
    database.close();
  }
}
