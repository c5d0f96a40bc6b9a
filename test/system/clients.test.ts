// Ten clients made from the description by others' generators: they compile at TypeScript's strictest, ask three things and make a mistake.
import type { AddressInfo } from 'node:net';
import t from 'tap';
import { testApp } from '../support/app.ts';
import { seeds } from '../support/seeds.ts';
import { installGenerators, tryGenerators } from './clients/harness.ts';

const isInstalled = await installGenerators();

t.test(
  'each client',
  { skip: isInstalled ? false : 'no registry to install the generators from' },
  async (t) => {
    const { app } = await testApp(t, {});
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const said = seeds.statement.filter(({ speakers }) =>
      speakers.some((id) => ['putin', 'zelensky'].includes(id)),
    );
    for (const { generator, complaints, found } of await tryGenerators(`http://127.0.0.1:${port}`)) {
      t.same(complaints, [], `${generator.name}: made, compiled and run`);
      const { ids = [], modes = [], ...others } = (found ?? {}) as { ids?: string[]; modes?: string[] };
      t.same([...ids].sort(), said.map(({ id }) => id).sort(), `${generator.name}: what either of two said`);
      t.equal(
        modes.length,
        said.flatMap(({ renditions }) => renditions).length,
        `${generator.name}: renditions`,
      );
      t.match(
        others,
        { name: 'فلاديمير بوتين', hint: 'putin' },
        `${generator.name}: a person, and the way out of a mistake`,
      );
    }
  },
);
