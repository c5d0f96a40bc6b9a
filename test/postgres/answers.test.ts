// Both stores answer alike, to the byte: a question for each way of reading. The system tests ask them all.
import t from 'tap';
import { testApp } from '../support/app.ts';
import { needsPostgres, startPostgres } from '../support/postgres/database.ts';
import { publishFile } from '../support/postgres/publishing.ts';
import { served } from '../support/postgres/served.ts';
import { seedsDatabase } from '../support/prepared.ts';

const questions = [
  '/statements?speaker=putin&topic=ukraine-war&limit=5',
  '/statements?q=السلام&limit=5',
  '/statements?q="جيدة جدا"&limit=5',
  '/statements?sort=-saidOn&since=2025-08-15&limit=5',
  '/statements?sort=-added&limit=5',
  '/statements?id=putin-good-direct-contacts,putin-agreements-starting-point',
  '/statements?format=atom&limit=3',
  '/statements?format=csv&speaker=trump',
  '/statements?facets=speaker,outlet&limit=1',
  '/statements/counts?by=speaker,mode',
  '/renditions?mode=direct&via=tass&limit=5',
  '/renditions?statement=putin-good-direct-contacts',
  '/statements/putin-good-direct-contacts/comparison',
  '/people?sort=-statements',
  '/people/nobody',
  '/outlets/bbc/profile',
  '/discrepancies?limit=5',
  '/suggest?q=puti',
  '/search?q=alaska',
  '/changes?limit=5',
  '/changes?since=2020&collection=people',
  '/changes?from=unknown',
  '/changes?since=unknown',
  '/changes?format=ndjson&collection=topics',
  '/changes?format=atom&limit=3',
  '/dataset.ndjson',
];

t.test('the seeds', needsPostgres, async (t) => {
  const server = await startPostgres(t);
  t.match(await publishFile(seedsDatabase, server.address()), { status: 0 });
  const { ask } = await served(t, server.address());
  const sqlite = await testApp(t);
  for (const question of questions) {
    const [one, other] = [await sqlite.ask(question), await ask(question)];
    const ids = /"requestId":"[^"]*"/g;
    t.equal(other.statusCode, one.statusCode, question);
    t.equal(other.body.replace(ids, ''), one.body.replace(ids, ''), question);
  }
});
