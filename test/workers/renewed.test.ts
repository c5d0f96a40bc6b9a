// A thread when another file takes the place of the database: it answers from the new one, and says what it answered from.
import Piscina from 'piscina';
import t from 'tap';
import { readConfig } from '../../src/server/config.ts';
import { answer } from '../../src/server/threads/answering.ts';
import { type Answered, noMarks } from '../../src/server/threads/messages.ts';
import { bareRecords, bareStatement, fixture } from '../support/fixture.ts';

interface Seen {
  state: string | null;
  total: number;
}

/** Asks the thread how many statements there are. */
async function ask(database: string): Promise<Seen> {
  const data = { config: { ...readConfig({}), DATABASE: database }, isTerminal: false };
  const task = { method: 'GET', url: '/statements', headers: { host: 'localhost' }, marks: noMarks() };
  const moved = (await answer(task, data)) as unknown as { [Piscina.valueSymbol]: Answered };
  const { state, body } = moved[Piscina.valueSymbol];
  return { state, total: JSON.parse(Buffer.from(body as Uint8Array).toString()).page.total };
}

const records = (...ids: string[]) => ({ ...bareRecords(), statement: ids.map((id) => bareStatement(id)) });

t.test('another state of the data', async (t) => {
  const { database, load } = await fixture(t, records('first'));
  const before = await ask(database);
  t.equal(before.total, 1);
  await load(records('first', 'second'));
  t.same(await ask(database), { state: null, total: 2 }, 'the new state, which came while it answered');
  const after = await ask(database);
  t.equal(after.total, 2);
  t.type(after.state, 'string');
  t.not(after.state, before.state, 'and by then it is known');
});
