// The seeds as people wrote them, read straight from the YAML without the ingest: what the tests compare answers with.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { inProject } from '../../src/project.ts';
import type { Kind } from '../../src/records/kinds.ts';

type Texts = Record<string, string>;

interface Identified {
  id: string;
  formerly?: string[];
}

export interface SeedPerson extends Identified {
  name: Texts;
  aliases?: string[];
  roles?: { title: Texts; organization?: string | null; from?: string | null; to?: string | null }[];
  country?: string | null;
  wikidata?: string | null;
}

export interface SeedOrganization extends Identified {
  name: Texts;
  kind: string;
  aliases?: string[];
  country?: string | null;
  wikidata?: string | null;
}

export interface SeedPlace extends Identified {
  name: Texts;
  kind: string;
  within?: string | null;
  latitude?: number | null;
  longitude?: number | null;
  aliases?: string[];
  wikidata?: string | null;
}

export interface SeedTopic extends Identified {
  name: Texts;
  broader?: string | null;
  description: Texts;
}

export interface SeedEvent extends Identified {
  name: Texts;
  kind: string;
  partOf?: string | null;
  start?: string | null;
  end?: string | null;
  place?: string | null;
  participants?: { person: string; delegation?: string | null; role?: Texts | null }[];
}

export interface SeedSource extends Identified {
  name: Texts;
  file: string;
  sha256: string;
  outlet?: string | null;
  language: string;
  publishedOn?: string | null;
  dateline?: { place: string; date: string } | null;
  url?: string | null;
  note?: Texts | null;
  paragraphs: { start: number; end: number }[];
}

export interface SeedRendition {
  id: string;
  source: string;
  via?: string | null;
  mode: string;
  cue?: { text: string; lemma: string } | null;
  language: string;
  quotes?: { text: string; start: number; end: number }[];
  paragraph: number;
  start: number;
  end: number;
  note?: Texts | null;
}

export interface SeedStatement extends Identified {
  speakers: string[];
  gist: Texts;
  saidOn?: string | null;
  event?: string | null;
  place?: string | null;
  addressees?: string[];
  topics?: string[];
  mentions?: string[];
  renditions: SeedRendition[];
}

export interface SeedClaim extends Identified {
  event: string;
  attribute: string;
  value: { type: string; value: unknown; precision?: string; unit?: string | null };
  attributedTo?: string | null;
  source: string;
  via?: string | null;
  paragraph: number;
  start: number;
  end: number;
}

/** All records of a summit by kind, in the order of the files. */
export interface Seeds {
  person: SeedPerson[];
  organization: SeedOrganization[];
  place: SeedPlace[];
  topic: SeedTopic[];
  event: SeedEvent[];
  source: SeedSource[];
  statement: SeedStatement[];
  claim: SeedClaim[];
}

const files = {
  person: ['people.yaml'],
  organization: ['organizations.yaml'],
  place: ['places.yaml'],
  topic: ['topics.yaml'],
  event: ['alaska-2025', 'events.yaml'],
  source: ['alaska-2025', 'sources.yaml'],
  statement: ['alaska-2025', 'statements.yaml'],
  claim: ['alaska-2025', 'claims.yaml'],
} as const satisfies Record<Kind, string[]>;

export const seeds = Object.fromEntries(
  Object.entries(files).map(([kind, path]) => [
    kind,
    parse(readFileSync(inProject('seeds', ...path), 'utf8')),
  ]),
) as unknown as Seeds;

/** A copy of the seeds, which a test may change. */
export const readSeeds = (): Seeds => structuredClone(seeds);

/** An id with everything that it lies under, itself first. */
export function lineage<T extends Identified>(
  all: readonly T[],
  parent: keyof T,
  id: string | null | undefined,
): string[] {
  const path: string[] = [];
  for (let at = id; typeof at === 'string'; at = parentOf(all, parent, at)) path.push(at);
  return path;
}

const parentOf = <T extends Identified>(all: readonly T[], parent: keyof T, id: string): string | null =>
  (all.find((each) => each.id === id)?.[parent] as string | null | undefined) ?? null;

/** Kinds of organizations that publish, as the data dictionary names them. */
const publishing = ['news-agency', 'broadcaster', 'newspaper', 'news-site', 'platform'];

export const outletsOf = ({ organization }: Seeds): SeedOrganization[] =>
  organization.filter(({ kind }) => publishing.includes(kind));
