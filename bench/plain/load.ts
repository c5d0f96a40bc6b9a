/**
 * Loads generated records into the tables of the plain route.
 *
 *     node load.js <file.ndjson> <database>
 */
import { createReadStream, rmSync } from 'node:fs';
import process from 'node:process';
import { createInterface } from 'node:readline/promises';
import Sqlite from 'better-sqlite3';
import { schema } from './schema.ts';

interface Name {
  en: string;
  ar: string;
}

interface Rendition {
  id: string;
  source: string;
  via: string | null;
  mode: string;
  cue: { text: string; lemma: string } | null;
  language: string;
  quotes: { text: string; start: number; end: number }[];
  paragraph: number;
  start: number;
  end: number;
  note: Record<string, string> | null;
}

interface Statement {
  id: string;
  speakers: string[];
  gist: Name;
  saidOn: string | null;
  event: string | null;
  place: string | null;
  addressees: string[];
  topics: string[];
  mentions: string[];
  renditions: Rendition[];
}

interface Other {
  id: string;
  name: Name;
  country?: string | null;
  outlet?: string | null;
  within?: string | null;
  broader?: string | null;
  partOf?: string | null;
}

const [data = '', file = ''] = process.argv.slice(2);
rmSync(file, { force: true });
const database = new Sqlite(file);
database.pragma('journal_mode = OFF'); // a load that breaks off is done again
database.pragma('synchronous = OFF');
database.exec(schema);

const into = (table: string, columns: number) =>
  database.prepare(`INSERT INTO ${table} VALUES (${Array(columns).fill('?').join(', ')})`);
const lists = {
  speaker: into('speaker', 3),
  addressee: into('addressee', 3),
  about: into('about', 3),
  mention: into('mention', 3),
};
const [statements, renditions, quotes, said] = [
  into('statement', 6),
  into('rendition', 13),
  into('quote', 5),
  into('said', 3),
];
const others = {
  person: into('agent', 4),
  organization: into('agent', 4),
  place: into('place', 4),
  topic: into('topic', 4),
  event: into('event', 4),
  source: into('source', 4),
};

database.exec('BEGIN');
for await (const line of createInterface({ input: createReadStream(data) })) {
  const { kind, record, ...flat } = JSON.parse(line);
  if (kind === 'statement') enterStatement(flat);
  else enterOther(kind, record ?? flat);
}
database.exec(`COMMIT; INSERT INTO said (said) VALUES ('optimize'); ANALYZE`);
database.close();

function enterOther(kind: keyof typeof others, { id, name, ...more }: Other): void {
  const last = more.country ?? more.outlet ?? more.within ?? more.broader ?? more.partOf ?? null;
  others[kind].run(id, name.en, name.ar, last);
}

function enterStatement({ id, gist, saidOn, event, place, ...rest }: Statement): void {
  statements.run(id, gist.en, gist.ar, saidOn, event, place);
  const { speakers, addressees, topics, mentions } = rest;
  const values = { speaker: speakers, addressee: addressees, about: topics, mention: mentions };
  for (const [name, insert] of Object.entries(lists))
    for (const [position, value] of values[name as keyof typeof lists].entries())
      insert.run(id, position, value);
  const quoted: string[] = [];
  for (const [position, each] of rest.renditions.entries()) {
    const { source, via, mode, cue, language, paragraph, start, end, note } = each;
    const how = [source, via, mode, cue?.text ?? null, cue?.lemma ?? null, language];
    renditions.run(each.id, id, position, ...how, paragraph, start, end, note && JSON.stringify(note));
    for (const [at, quote] of each.quotes.entries()) {
      quotes.run(each.id, at, quote.text, quote.start, quote.end);
      quoted.push(quote.text);
    }
  }
  said.run(id, `${gist.en} ${gist.ar}`, quoted.join(' '));
}
