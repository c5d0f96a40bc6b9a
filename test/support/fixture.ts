// Databases of a test's own: records written as NDJSON and brought in through the real ingest.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Test } from 'tap';
import { ingest } from '../../src/ingest/ingest.ts';
import { type Kind, kinds } from '../../src/records/kinds.ts';
import { chance } from './random.ts';
import { readSeeds, type SeedStatement, type Seeds } from './seeds.ts';

export interface Fixture {
  /** Path of the database. */
  database: string;
  /** Brings the database up to these records; what they no longer hold is removed. */
  load(records: Seeds): Promise<void>;
}

/** Makes a database that holds exactly these records; it goes with the test. */
export async function fixture(t: Test, records: Seeds): Promise<Fixture> {
  const folder = t.testdir({ records: {} });
  const database = path.join(folder, 'test.sqlite');
  const load = async (changed: Seeds): Promise<void> => {
    const file = path.join(folder, 'records', 'all.ndjson');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, ndjson(changed));
    const report = await ingest({ database, paths: [file], prune: true });
    if (report.problemCount > 0) throw new Error(JSON.stringify(report.problems.slice(0, 3)));
  };
  await load(records);
  return { database, load };
}

const ndjson = (records: Seeds): string =>
  kinds
    .flatMap((kind: Kind) => records[kind].map((record) => JSON.stringify({ kind, record })))
    .map((line) => `${line}\n`)
    .join('');

/** No records at all beside a source to report things; enough for a test to add what it is about. */
export function bareRecords(): Seeds {
  const { person, organization } = readSeeds();
  return {
    person: person
      .filter(({ id }) => id === 'putin' || id === 'trump')
      .map((each) => ({ ...each, roles: [] })),
    organization: organization.filter(({ id }) => id === 'xinhua' || id === 'kremlin'),
    place: [],
    topic: [],
    event: [],
    source: [
      {
        id: 'paper',
        name: { en: 'A paper', ar: 'صحيفة' },
        file: 'paper.txt',
        sha256: 'a'.repeat(64),
        language: 'ar',
        paragraphs: [{ start: 0, end: 100_000 }],
      },
    ],
    statement: [],
    claim: [],
  };
}

/** A statement of Putin's in that one source, changed as told. */
export const bareStatement = (id: string, change: Partial<SeedStatement> = {}): SeedStatement => ({
  id,
  speakers: ['putin'],
  gist: { en: `What ${id} says.`, ar: `ما يقوله ${id}.` },
  renditions: [
    { id: `${id}-paper`, source: 'paper', mode: 'indirect', language: 'ar', paragraph: 1, start: 0, end: 10 },
  ],
  ...change,
});

/**
 * The seeds with many made-up statements instead of their own: days in several years and none, each facet in many
 * mixtures, several renditions each. For lists that are long and filters that meet.
 */
export function madeUp(statements: number, seed: number): Seeds {
  const records = readSeeds();
  const { below, one, some } = chance(seed);
  const ids = (all: { id: string }[]): string[] => all.map(({ id }) => id);
  const agents = ids([...records.person, ...records.organization]);
  const outlets = ['bbc', 'cnbc', 'x', 'fox-news', 'xinhua', null, null, null];
  const days = [null, '2024-12-31', '2025-01-01', '2025-08-14', '2025-08-15', '2025-08-16', '2026-02-28'];
  const rendition = (id: string) => (source: string) => {
    const at = beginningOf(records, source);
    const mode = one(['direct', 'mixed', 'indirect']);
    return {
      id: `${id}-${source}`,
      source,
      via: one(outlets),
      mode,
      quotes: mode === 'indirect' ? [] : [{ text: 'word', start: at, end: at + 4 }],
      language: one(['ar', 'ar', 'en', 'zh-Hans']),
      paragraph: 1,
      start: at,
      end: at + 10,
    };
  };
  records.statement = Array.from({ length: statements }, (_, number) => {
    const id = `made-${below(2) === 0 ? 'a' : 'z'}-${String(number).padStart(4, '0')}`;
    return {
      id,
      speakers: some(agents, 2),
      gist: { en: `Made up, number ${number}.`, ar: `قول مصنوع رقم ${number}.` },
      saidOn: one(days),
      event: one([null, ...ids(records.event)]),
      place: one([null, ...ids(records.place)]),
      addressees: below(2) === 0 ? [] : some(agents, 2),
      topics: some(ids(records.topic), 3),
      mentions: below(3) === 0 ? [] : some([...agents, ...ids(records.place), ...ids(records.event)], 4),
      renditions: some(ids(records.source), 4).map(rendition(id)),
    };
  });
  return records;
}

/** Where a source's first paragraph begins. */
function beginningOf(records: Seeds, id: string): number {
  const source = records.source.find((each) => each.id === id);
  if (!source) throw new Error(`there is no source ${id}`);
  return source.paragraphs[0]?.start ?? 0;
}
