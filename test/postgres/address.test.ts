// Addresses of PostgreSQL are read with one host or several, with the variables where the address leaves something out.
import t from 'tap';
import { isPostgres, readAddress } from '../../src/postgres/address.ts';
import { serveCommand } from '../../src/server/serve-command.ts';

const read = (address: string, environment: Record<string, string> = {}) =>
  readAddress(address, environment)?.map(({ name, connection }) => [name, connection.connectionString]);

t.test('what is an address', async (t) => {
  for (const address of ['postgres://', 'postgresql://a/b', 'postgres://u:p@a:1,b:2/c?sslmode=require'])
    t.ok(isPostgres(address), address);
  for (const file of ['data/postgres.sqlite', '/postgres://a', 'mysql://a']) t.notOk(isPostgres(file), file);
});

t.test('hosts', async (t) => {
  t.same(read('postgres://u:p@a:5433/db?sslmode=require'), [
    ['a:5433/db', 'postgres://u:p@a:5433/db?sslmode=require'],
  ]);
  t.same(
    read('postgres://u@a,b:5433,[::1]/db'),
    [
      ['a/db', 'postgres://u@a/db'],
      ['b:5433/db', 'postgres://u@b:5433/db'],
      ['[::1]/db', 'postgres://u@[::1]/db'],
    ],
    'each with what they share',
  );
  t.same(read('postgres:///db'), [['localhost/db', 'postgres:///db']], 'left to the variables');
});

t.test('variables with several hosts', async (t) => {
  const hosts = (environment: Record<string, string>) =>
    read('postgres://', environment)?.map(([name]) => name);
  t.same(hosts({ PGHOST: 'a' }), ['localhost']);
  t.same(hosts({ PGHOST: 'a,b' }), ['a', 'b']);
  t.same(hosts({ PGHOST: 'a,b', PGPORT: '1' }), ['a:1', 'b:1']);
  t.same(hosts({ PGHOST: 'a,b', PGPORT: '1,2' }), ['a:1', 'b:2']);
});

t.test('variables for TLS', async (t) => {
  const variables = { PGSSLMODE: 'verify-full', PGSSLROOTCERT: '/ca dir/ca.pem' };
  t.same(read('postgres://a,b/db', variables), [
    ['a/db', 'postgres://a/db?sslmode=verify-full&sslrootcert=%2Fca%20dir%2Fca.pem'],
    ['b/db', 'postgres://b/db?sslmode=verify-full&sslrootcert=%2Fca%20dir%2Fca.pem'],
  ]);
  t.same(
    read('postgres://a/db?sslmode=disable', variables),
    [['a/db', 'postgres://a/db?sslmode=disable&sslrootcert=%2Fca%20dir%2Fca.pem']],
    'the address comes first',
  );
});

t.test('what cannot be read', async (t) => {
  for (const address of ['postgres://a:port/db', 'postgres://[::1/db', 'postgres://a/b#c', 'http://a/b'])
    t.equal(readAddress(address, {}), null, address);
  let stderr = '';
  const write = (text: string) => (stderr += text);
  const environment = { DATABASE: 'postgres://a:port/db' };
  t.equal(await serveCommand({ environment, stderr: { write } }), 1);
  t.match(
    stderr,
    /^DATABASE: expected an address such as postgres:\/\/user@host:5432\/database, and a port in PGPORT/,
  );
  for (const port of ['abc', '99999', '5432,x'])
    t.equal(readAddress('postgres:///db', { PGPORT: port }), null, port);
});
