// `npm run simulate -- postgres://… [documents]`: fills the tables of docs/scale.md for nodes that count by themselves with simulated
// documents, and prints what they take and how long questions to them take. The schema `simulation` stays for further questions.
import process, { stderr, stdout } from 'node:process';
import { Client } from 'pg';
import { ask, sizes } from '../bench/simulation/questions.ts';
import { fill } from '../bench/simulation/tables.ts';

const [address, documents = '10000000'] = process.argv.slice(2);
if (address === undefined || !/^[1-9]\d{5,8}$/.test(documents)) {
  stderr.write(
    'Usage: npm run simulate -- postgres://host/database [number of documents, 10000000 unless given]\n',
  );
  process.exit(2);
}

const client = new Client({ connectionString: address });
await client.connect();
await fill(client, Number(documents), (text) => stderr.write(`${text}\n`));
const taken = await sizes(client);
const timed = await ask(client);
await client.end();
stdout.write(`${Number(documents).toLocaleString('en')} documents\n\n| table | MB |\n| --- | ---: |\n`);
for (const { table, bytes } of taken) stdout.write(`| ${table} | ${(bytes / 1e6).toFixed(0)} |\n`);
stdout.write('\n| question | ms |\n| --- | ---: |\n');
for (const { title, milliseconds } of timed) stdout.write(`| ${title} | ${milliseconds.toPrecision(2)} |\n`);
