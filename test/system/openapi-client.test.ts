// A client made from openapi.yaml by others' tools: it compiles, and reads Putin's statements from a listening server.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import t from 'tap';
import { inProject } from '../../src/project.ts';
import { testApp } from '../support/app.ts';
import { statementsWhere } from '../support/oracle.ts';
import { seeds } from '../support/seeds.ts';

/** What a user of the API would write. It does not compile where the types do not fit. */
const program = `
import createClient from 'openapi-fetch';
import type { components, paths } from './api.ts';

type Statement = components['schemas']['Statement'];

export async function read(baseUrl: string): Promise<{ ids: string[]; mistake: string }> {
  const { GET } = createClient<paths>({ baseUrl });
  const { data, error } = await GET('/statements', { params: { query: { speaker: ['putin'], limit: 100 } } });
  if (error) throw new Error(error.detail);
  const statements: Statement[] = data.data;
  const modes: ('direct' | 'mixed' | 'indirect')[] = statements.flatMap(({ renditions }) => renditions.map(({ mode }) => mode));
  if (modes.length < data.page.total) throw new Error('a statement without a rendition');
  const wrong = await GET('/people/{id}', { params: { path: { id: 'putn' } } });
  // @ts-expect-error there is no such path
  await GET('/speakers', {});
  // @ts-expect-error there is no such field
  statements.map(({ said }) => said);
  return { ids: statements.map(({ id }) => id), mistake: \`\${wrong.error?.code} \${wrong.error?.hint}\` };
}
`;

const node = (file: string, ...args: string[]) =>
  spawnSync(process.execPath, [inProject('node_modules', ...file.split('/')), ...args], { encoding: 'utf8' });

t.test('generated, compiled, used', async (t) => {
  const folder = t.testdir({ 'program.ts': program });
  const types = path.join(folder, 'api.ts');
  const generated = node('openapi-typescript/bin/cli.js', inProject('openapi.yaml'), '--output', types);
  t.equal(generated.status, 0, `openapi-typescript: ${generated.stderr}`);

  const options = {
    extends: inProject('tsconfig.json'),
    include: ['*.ts'],
    compilerOptions: { rootDir: '.' },
  };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(options));
  const compiled = node('typescript/bin/tsc', '--project', folder, '--outDir', path.join(folder, 'made'));
  t.equal(compiled.status, 0, `tsc: ${compiled.stdout}`);

  const { app } = await testApp(t, {});
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const { read } = await import(pathToFileURL(path.join(folder, 'made', 'program.js')).href);
  const { ids, mistake } = await read(`http://127.0.0.1:${port}`);
  t.same(ids, statementsWhere(seeds, [['speaker', 'putin']]), 'what Putin said, as the seeds have it');
  t.equal(mistake, 'unknown-id putin', 'errors are typed, too');
});
