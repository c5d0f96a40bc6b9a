// Settings from the environment: defaults, every bad one named, all at once.
import { availableParallelism } from 'node:os';
import t from 'tap';
import { ConfigError, readConfig, settings } from '../src/config.ts';
import { inProject } from '../src/project.ts';

t.test('defaults', async (t) => {
  t.match(readConfig({}), {
    HOST: '127.0.0.1',
    PORT: 3000,
    DATABASE: inProject('data', 'summit-record.sqlite'),
    LOG_LEVEL: 'info',
    RATE_LIMIT: 6_000,
    TRUSTED_PROXIES: [],
  });
  t.equal(readConfig({}).PUBLIC_URL, undefined);
  t.match(readConfig({}), { ADMIN_HOST: '127.0.0.1', ADMIN_PORT: undefined }, 'no admin address');
  t.same(
    readConfig({ PORT: '', HOST: '', LOG_LEVEL: '', PUBLIC_URL: '' }),
    readConfig({}),
    'empty is not set',
  );
  t.same(readConfig({ PATH: '/bin', port: 'x' }), readConfig({}), 'others are passed over');
});

t.test('as many threads as cores are left for them, one at least', async (t) => {
  const cores = availableParallelism();
  t.equal(readConfig({}).THREADS, Math.min(4, Math.max(1, cores - 1)), 'one process');
});

const good: [name: string, value: string, read: unknown][] = [
  ['PORT', '0', 0],
  ['PORT', '65535', 65_535],
  ['HOST', '0.0.0.0', '0.0.0.0'],
  ['HOST', '::1', '::1'],
  ['ADMIN_HOST', '::1', '::1'],
  ['ADMIN_PORT', '0', 0],
  ['ADMIN_PORT', '9464', 9464],
  ['DATABASE', 'a.sqlite', 'a.sqlite'],
  ['LOG_LEVEL', 'silent', 'silent'],
  ['RATE_LIMIT', '0', 0],
  ['RATE_LIMIT', '1000000', 1_000_000],
  ['TRUSTED_PROXIES', '127.0.0.1', ['127.0.0.1']],
  ['TRUSTED_PROXIES', '10.0.0.0/8, ::1,fd00::/8,', ['10.0.0.0/8', '::1', 'fd00::/8']],
  ['THREADS', '0', 0],
  ['THREADS', '12', 12],
  ['PUBLIC_URL', 'https://record.example', 'https://record.example'],
  ['PUBLIC_URL', 'https://record.example:8443/', 'https://record.example:8443'],
  ['PUBLIC_URL', 'HTTP://Record.Example', 'http://record.example'],
  ['PUBLIC_URL', 'https://news.example/our/record/', 'https://news.example/our/record'],
];

t.test('good values', async (t) => {
  for (const [name, value, read] of good) {
    t.match(readConfig({ [name]: value }), { [name]: read }, `${name}=${value}`);
  }
});

const bad: [name: string, value: string][] = [
  ['DATABASE', 'mysql://host/database'],
  ['DATABASE', 'Postgres://host/database'],
  ['DATABASE', 'postgres:/host/database'],
  ['DATABASE', 'file:///data/a.sqlite'],
  ['PORT', '-1'],
  ['PORT', '65536'],
  ['PORT', '99999'],
  ['PORT', '3000.5'],
  ['PORT', '0x50'],
  ['PORT', '1e3'],
  ['PORT', ' 80'],
  ['PORT', 'http'],
  ['PORT', '٣٠٠٠'],
  ['ADMIN_PORT', '-1'],
  ['ADMIN_PORT', 'on'],
  ['RATE_LIMIT', '-1'],
  ['RATE_LIMIT', '1000001'],
  ['RATE_LIMIT', 'none'],
  ['TRUSTED_PROXIES', 'localhost'],
  ['TRUSTED_PROXIES', 'loopback'],
  ['TRUSTED_PROXIES', '127.1'],
  ['TRUSTED_PROXIES', '127.0.0.1,proxy.example'],
  ['TRUSTED_PROXIES', '0.0.0.0/0'],
  ['TRUSTED_PROXIES', '::/0'],
  ['TRUSTED_PROXIES', '10.0.0.0/33'],
  ['TRUSTED_PROXIES', '10.0.0.0/255.0.0.0'],
  ['TRUSTED_PROXIES', '10.0.0.0/8/8'],
  ['TRUSTED_PROXIES', '*'],
  ['TRUSTED_PROXIES', 'true'],
  ['THREADS', '-1'],
  ['THREADS', 'all'],
  ['LOG_LEVEL', 'verbose'],
  ['LOG_LEVEL', 'INFO'],
  ['PUBLIC_URL', 'record.example'],
  ['PUBLIC_URL', 'ftp://record.example'],
  ['PUBLIC_URL', 'https://record.example/a b'],
  ['PUBLIC_URL', 'https://record.example/a//b'],
  ['PUBLIC_URL', 'https://record.example/?x=1'],
  ['PUBLIC_URL', 'https://record.example/#x'],
  ['PUBLIC_URL', 'javascript:alert(1)'],
];

t.test('bad values are named, with what was given', async (t) => {
  for (const [name, value] of bad) {
    t.throws(() => readConfig({ [name]: value }), ConfigError, `${name}=${value}`);
    try {
      readConfig({ [name]: value });
    } catch (error) {
      t.ok(String(error).includes(`${name}=${value}: `), `${name}=${value}: ${error}`);
    }
  }
});

t.test('a password is not shown', (t) => {
  t.throws(() => readConfig({ DATABASE: 'Postgres://user:secret@host/database' }), {
    message: /DATABASE=Postgres:\/\/…@host\/database: expected the path of a file/,
  });
  t.end();
});

t.test('all of them at once', async (t) => {
  const environment = { PORT: 'x', LOG_LEVEL: 'loud', PUBLIC_URL: 'nowhere', HOST: 'localhost' };
  t.throws(() => readConfig(environment), {
    name: 'ConfigError',
    message: /PORT=x.*\n.*LOG_LEVEL=loud.*\n.*PUBLIC_URL=nowhere/,
  });
  t.throws(() => readConfig(environment), { message: /^(?:(?!HOST).)*$/s }, 'and no good one');
});

t.test('every setting is described', async (t) => {
  t.same(settings.map(({ name }) => name).sort(), [
    'ADMIN_HOST',
    'ADMIN_PORT',
    'DATABASE',
    'DATABASE_CONNECTIONS',
    'DATABASE_TIMEOUT',
    'HOST',
    'LOG_LEVEL',
    'PORT',
    'PUBLIC_URL',
    'RATE_LIMIT',
    'THREADS',
    'TRUSTED_PROXIES',
  ]);
  for (const { name, description } of settings) t.ok(description.length > 20, name);
});
