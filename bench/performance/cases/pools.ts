// Draws from the database what questions are made of: combinations that some statement has, and words by frequency.
import Sqlite, { type Database } from 'better-sqlite3';
import { Random } from '../dataset/random.ts';
import { arabicWords, knownWords } from '../dataset/vocabulary.ts';

/** What one statement has; a question made of it finds at least that statement. */
export interface Sample {
  id: string;
  speaker: string;
  topic: string;
  outlet: string | null;
}

export interface Pools {
  random: Random;
  /** Everybody who said something. */
  speakers: string[];
  /** Whoever said most. */
  busiest: string;
  /** Places with others in them. */
  places: string[];
  outlets: string[];
  samples: Sample[];
  /** Words that about 5 % of all statements hold. */
  words: string[];
  /** More frequent words, of which two stand side by side in one statement of a thousand. */
  frequent: string[];
}

/** So many statements are drawn at most. */
const sampleSize = 200_000;

export function poolsOf(file: string, statements: number): Pools {
  const database = new Sqlite(file, { readonly: true });
  const random = new Random(7);
  const bySpeaker = 'SELECT speaker FROM statement_speaker GROUP BY speaker ORDER BY count(*) DESC';
  const speakers = column(database, bySpeaker);
  const pools = {
    random,
    speakers,
    busiest: speakers[0] ?? '',
    places: column(database, 'SELECT id FROM place WHERE id IN (SELECT within FROM place)'),
    outlets: column(database, 'SELECT DISTINCT outlet FROM source WHERE outlet IS NOT NULL'),
    samples: shuffled(samplesOf(database, statements), random),
    words: [...knownWords.common.map(({ word }) => word), ...arabicWords.slice(30, 60)],
    frequent: arabicWords.slice(0, 40),
  };
  database.close();
  return pools;
}

const column = (database: Database, sql: string): string[] => database.prepare(sql).pluck().all() as string[];

function samplesOf(database: Database, statements: number): Sample[] {
  const every = Math.max(1, Math.floor(statements / sampleSize));
  const details = database.prepare(
    `SELECT statement.id, speaker, topic, outlet FROM statement
     JOIN statement_speaker s ON s.statement = statement.id AND s.position = 0
     JOIN statement_topic t ON t.statement = statement.id AND t.position = 0
     JOIN rendition r ON r.statement = statement.id AND r.position = 0 JOIN source ON source.id = r.source
     WHERE statement.id = ?`,
  );
  const samples: Sample[] = [];
  let at = 0;
  const ids = database.prepare('SELECT id FROM statement').pluck();
  const chosen: string[] = [];
  for (const id of ids.iterate() as IterableIterator<string>) {
    if (at % every === 0) chosen.push(id);
    at += 1;
  }
  for (const id of chosen) {
    const sample = details.get(id) as Sample | undefined;
    if (sample) samples.push(sample);
  }
  return samples;
}

/** The same in an order drawn by chance. */
export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const order = [...list];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1);
    [order[at], order[other]] = [order[other] as T, order[at] as T];
  }
  return order;
}
