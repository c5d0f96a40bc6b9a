// Loads the records of the benchmark into the plain route's tables in PostgreSQL: node postgres-load.js <ndjson> <address>
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Client } from 'pg';
import { indexes, schema, tables } from './postgres-schema.ts';

interface Name {
  en: string;
  ar: string;
}

interface Statement {
  id: string;
  gist: Name;
  saidOn: string | null;
  event: string | null;
  place: string | null;
  speakers: string[];
  addressees: string[];
  topics: string[];
  mentions: string[];
  renditions: { id: string; source: string; mode: string; language: string; quotes: { text: string }[] }[];
}

interface Other {
  id: string;
  name: Name;
  [field: string]: unknown;
}

type Table = keyof typeof tables;
type Row = Record<string, unknown>;

const [data = '', address = ''] = process.argv.slice(2);
const client = new Client({ connectionString: address });
await client.connect();
await client.query(
  `DROP SCHEMA IF EXISTS plain CASCADE; CREATE SCHEMA plain; SET search_path = plain; ${schema}`,
);
const waiting = new Map<Table, Row[]>();

for await (const line of createInterface({ input: createReadStream(data) })) {
  const { kind, record, ...flat } = JSON.parse(line);
  if (kind === 'statement') enterStatement(record ?? flat);
  else if (kind !== 'claim') enterOther(record ?? flat);
  for (const [table, rows] of waiting) if (rows.length >= 2_000) await write(table);
}
for (const table of waiting.keys()) await write(table);
await client.query(indexes);
await client.end();

function enterOther({ id, name, ...more }: Other): void {
  const parent = more['outlet'] ?? more['within'] ?? more['broader'] ?? more['partOf'] ?? null;
  add('named', { id, name, country: more['country'] ?? null, parent });
}

function enterStatement({ id, gist, saidOn, event, place, renditions, ...rest }: Statement): void {
  const quotes = renditions.flatMap((each) => each.quotes.map(({ text }) => text));
  const words = [gist.en, gist.ar, ...quotes].join(' ');
  add('statement', { id, gist, said_on: saidOn, event, place, words });
  const lists = {
    speaker: rest.speakers,
    addressee: rest.addressees,
    about: rest.topics,
    mention: rest.mentions,
  };
  for (const [table, ids] of Object.entries(lists))
    for (const [position, each] of ids.entries()) add(table as Table, { statement: id, position, id: each });
  for (const [position, each] of renditions.entries()) {
    const { source, mode, language, quotes: held, ...body } = each;
    add('rendition', { id: each.id, statement: id, position, source, mode, language, body, quotes: held });
  }
}

function add(table: Table, row: Row): void {
  const rows = waiting.get(table);
  if (rows) rows.push(row);
  else waiting.set(table, [row]);
}

async function write(table: Table): Promise<void> {
  const columns = tables[table].join(', ');
  await client.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1)`,
    [JSON.stringify(waiting.get(table))],
  );
  waiting.set(table, []);
}
