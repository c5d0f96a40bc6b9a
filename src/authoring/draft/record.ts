// Reads what the record already knows: names, roles, places, topics, events and statements of a seeds folder.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { labelOf } from '../../ingest/read/file-names.ts';

const names = z.record(z.string(), z.string());
const named = { id: z.string(), name: names, aliases: z.array(z.string()).default([]) };
const country = z.string().nullish();

const person = z.object({
  ...named,
  country,
  roles: z
    .array(z.object({ title: names, from: z.coerce.string().nullish(), to: z.coerce.string().nullish() }))
    .default([]),
});
const organization = z.object({ ...named, country, kind: z.string() });
const place = z.object({ ...named, within: z.string().nullish(), kind: z.string() });
const topic = z.object({ id: z.string(), name: names, description: names.nullish() });
const event = z.object({
  id: z.string(),
  name: names,
  kind: z.string(),
  place: z.string().nullish(),
  start: z.string().nullish(),
  partOf: z.string().nullish(),
});
const rendition = z.object({
  id: z.string().nullish(),
  source: z.string(),
  start: z.number().nullish(),
  end: z.number().nullish(),
  quotes: z.array(z.union([z.string(), z.object({ text: z.string() })])).default([]),
});
const statement = z.object({
  id: z.string(),
  speakers: z.array(z.string()),
  gist: names,
  event: z.string().nullish(),
  topics: z.array(z.string()).default([]),
  mentions: z.array(z.string()).default([]),
  renditions: z.array(rendition),
});
const addition = z.object({ statement: z.string(), renditions: z.array(rendition) });
const source = z.object({ id: z.string(), file: z.string().nullish(), sha256: z.string().nullish() });

type Addition = z.infer<typeof addition>;
export type Person = z.infer<typeof person>;
export type Organization = z.infer<typeof organization>;
export type Place = z.infer<typeof place>;
export type Topic = z.infer<typeof topic>;
export type Event = z.infer<typeof event>;
export type Statement = z.infer<typeof statement>;
export type Source = z.infer<typeof source>;

export type KnownRecord = {
  people: Person[];
  organizations: Organization[];
  places: Place[];
  topics: Topic[];
  events: Event[];
  statements: Statement[];
  sources: Source[];
};

const FILES = {
  people: person,
  organizations: organization,
  places: place,
  topics: topic,
  events: event,
  statements: statement,
  sources: source,
} as const;

/** A file of the record cannot be read; the message says where and why. */
export class UnreadableRecord extends Error {}

/**
 * The records of a folder and its folders; none where no folder is named. Entries that are not of their form are left out. Throws an
 * UnreadableRecord for a file that is no YAML, and the error of the file system where there is no such folder.
 */
export function readRecord(folder: string | null): KnownRecord {
  const known: KnownRecord = {
    people: [],
    organizations: [],
    places: [],
    topics: [],
    events: [],
    statements: [],
    sources: [],
  };
  const additions: Addition[] = [];
  if (folder !== null) for (const file of yamlFiles(folder)) readInto(known, additions, file);
  const byId = new Map(known.statements.map((each) => [each.id, each]));
  for (const { statement: id, renditions } of additions) byId.get(id)?.renditions.push(...renditions);
  return known;
}

function readInto(known: KnownRecord, additions: Addition[], file: string): void {
  const kind = path.basename(file, '.yaml');
  if (!isKind(kind)) return;
  const entries = entriesIn(file);
  if (!Array.isArray(entries)) return;
  const target: unknown[] = known[kind];
  for (const entry of entries) {
    const result = FILES[kind].safeParse(entry);
    if (result.success) target.push(result.data);
    else if (kind === 'statements') additions.push(...[addition.safeParse(entry).data ?? []].flat());
  }
}

function entriesIn(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'), { schema: 'core' });
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const [at] = error.linePos ?? [];
    const place = at ? `:${at.line}:${at.col}` : '';
    throw new UnreadableRecord(
      `${labelOf(file)}${place}: is not YAML that can be read; npm run ingest says more`,
    );
  }
}

function isKind(name: string): name is keyof typeof FILES {
  return name in FILES;
}

function yamlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => path.join(folder, name));
}
