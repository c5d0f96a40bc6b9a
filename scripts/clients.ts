// The command `npm run clients`: tries the generators of clients, and writes their table into docs/clients.md.
import { readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { readConfig } from '../src/config.ts';
import { inProject } from '../src/project.ts';
import { buildApp } from '../src/server/app.ts';
import { openForReading } from '../src/sqlite/open.ts';
import { storeOf } from '../src/sqlite/store.ts';
import { seedsDatabase } from '../test/support/prepared.ts';
import { installGenerators, type Outcome, tryGenerators } from '../test/system/clients/harness.ts';
import '../test/support/prepare.ts';

if (!(await installGenerators())) throw new Error('no registry answers: the generators cannot be installed');
const database = openForReading(seedsDatabase);
const app = await buildApp({ store: storeOf(database), config: { ...readConfig({}), RATE_LIMIT: 0 } });
await app.listen({ port: 0, host: '127.0.0.1' });
const outcomes = await tryGenerators(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}`);
await app.close();
database.close();

const rowOf = ({ generator, version, complaints, found }: Outcome): string => {
  const { name, package: from, command, gives, note = '' } = generator;
  const verdict = complaints.length === 0 && found !== null ? 'yes' : 'no';
  const tool =
    command.length === 0
      ? 'none'
      : `\`${command.map((part) => (part.includes("'") ? `"${part}"` : part)).join(' ')}\``;
  return `| ${name} | \`${from}\` ${version} | ${tool} | ${verdict} | ${gives} | ${note} |`;
};

const table = [
  '| client | package | command | compiles and runs | what it gives | note |',
  '| --- | --- | --- | --- | --- | --- |',
  ...outcomes.map(rowOf),
].join('\n');
const file = inProject('docs', 'clients.md');
const text = readFileSync(file, 'utf8').replace(/\| client \|[\s\S]*?\n(?=\n|$)/, () => `${table}\n`);
writeFileSync(file, text);
