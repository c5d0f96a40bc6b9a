// Draws from the generated records what questions are made of: statements with what each has, and speakers by frequency.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Random } from './data/random.ts';
import { fetchPatiently } from './processes.ts';

/** A statement; a question made of its values finds at least this statement. */
export interface Sample {
  id: string;
  speaker: string;
  topic: string;
}

export interface Samples {
  statements: Sample[];
  /** Everybody who said something, most statements first. */
  speakers: { id: string; statements: number }[];
}

/** A place inside a long list: the cursor that leads there, and the number of entries before it. */
export interface Place {
  cursor: string;
  before: number;
}

/** Entries that are walked at a time; the most that a page can have. */
const stride = 100;

/** Pages of a walk, at most. */
const longestWalk = 600;

/** Walks a list of a running server. The places of the middle half of the walk, in a random order. */
export async function placesIn(origin: string, list: string): Promise<Place[]> {
  const places: Place[] = [];
  let next: string | null = `${origin}${list}&limit=${stride}`;
  while (next !== null && places.length < longestWalk) {
    const answer = await fetchPatiently(next);
    const { page } = (await answer.json()) as { page: { next: string | null } };
    next = page.next && origin + new URL(page.next).pathname + new URL(page.next).search;
    const cursor = next && new URL(next).searchParams.get('cursor');
    if (cursor) places.push({ cursor, before: (places.length + 1) * stride });
  }
  const middle = places.slice(Math.floor(places.length / 4), Math.ceil((places.length * 3) / 4));
  return shuffled(middle);
}

/** At most this many statements are drawn. */
const sampleSize = 20_000;

interface Line {
  id: string;
  speakers: string[];
  topics: string[];
}

/** Reads the file that holds this number of statements. The same file gives the same samples. */
export async function samplesOf(file: string, statements: number): Promise<Samples> {
  const every = Math.max(1, Math.floor(statements / sampleSize));
  const counts = new Map<string, number>();
  const samples: Sample[] = [];
  let at = 0;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (!line.startsWith('{"kind":"statement"')) continue;
    at += 1;
    if (at % every !== 0) continue;
    const { id, speakers, topics } = JSON.parse(line) as Line;
    for (const speaker of speakers) counts.set(speaker, (counts.get(speaker) ?? 0) + every);
    samples.push({ id, speaker: speakers[0] ?? '', topic: topics[0] ?? '' });
  }
  const speakers = [...counts].map(([id, count]) => ({ id, statements: count }));
  return {
    statements: shuffled(samples),
    speakers: speakers.toSorted((one, other) => other.statements - one.statements),
  };
}

/** The same entries in a random order, the same each time. */
export function shuffled<T>(list: readonly T[]): T[] {
  const random = new Random(7);
  const order = [...list];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1);
    [order[at], order[other]] = [order[other] as T, order[at] as T];
  }
  return order;
}
