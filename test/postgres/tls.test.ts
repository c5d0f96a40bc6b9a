// Connections with TLS: the server's certificate is checked, by parameters of the address or by the variables for them.
import { spawnSync } from 'node:child_process';
import { appendFileSync, chownSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import t, { type Test } from 'tap';
import { readAddress } from '../../src/postgres/address.ts';
import { postgresStore } from '../../src/postgres/store.ts';
import { identity, needsPostgres, type PostgresServer, startPostgres } from '../support/postgres/database.ts';
import { publishFile } from '../support/postgres/publishing.ts';
import { seedsDatabase } from '../support/prepared.ts';

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
const options = hasOpenssl ? needsPostgres : { skip: 'openssl is not installed' };

/** Makes an authority and a certificate for the name localhost in a folder; gives the file of the authority's certificate. */
function makeCertificates(folder: string): string {
  const at = (name: string): string => path.join(folder, name);
  const openssl = (...args: string[]): void => {
    const { status, stderr } = spawnSync('openssl', args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  };
  const fresh = ['req', '-newkey', 'rsa:2048', '-nodes', '-days', '2'];
  openssl(...fresh, '-x509', '-subj', '/CN=authority', '-keyout', at('ca.key'), '-out', at('ca.pem'));
  openssl(...fresh, '-subj', '/CN=localhost', '-keyout', at('server.key'), '-out', at('server.csr'));
  writeFileSync(at('names'), 'subjectAltName=DNS:localhost');
  const issuer = ['-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-CAcreateserial', '-extfile', at('names')];
  openssl('x509', '-req', '-days', '2', '-in', at('server.csr'), ...issuer, '-out', at('server.crt'));
  return at('ca.pem');
}

/** Makes a server that runs accept nothing but TLS. */
async function requireTls({ folder, query }: PostgresServer, certificates: string): Promise<void> {
  for (const name of ['server.key', 'server.crt']) {
    const file = path.join(folder, name);
    writeFileSync(file, readFileSync(path.join(certificates, name)), { mode: 0o600 });
    if (identity.uid !== undefined) chownSync(file, identity.uid, identity.gid);
  }
  appendFileSync(path.join(folder, 'postgresql.conf'), '\nssl = on\n');
  const rules = path.join(folder, 'pg_hba.conf');
  writeFileSync(rules, readFileSync(rules, 'utf8').replace(/^host /gm, 'hostssl '));
  await query('SELECT pg_reload_conf()');
}

/** What a store over an address is in trouble with; null where it serves. */
async function troubleOf(t: Test, address: string, environment: Record<string, string> = {}) {
  const hosts = readAddress(address, environment) ?? [];
  const store = await postgresStore({ hosts, connections: 1, timeout: 2_000 });
  t.teardown(() => store.close());
  return store.trouble()?.error.message ?? (store.dataset() ? null : 'no data');
}

t.test('with a server that accepts nothing else', options, async (t) => {
  const server = await startPostgres(t);
  const folder = t.testdir({});
  const authority = makeCertificates(folder);
  await requireTls(server, folder);
  const address = `postgres://postgres@localhost:${server.port}/summit`;
  const checked = `${address}?sslmode=verify-full&sslrootcert=${encodeURIComponent(authority)}`;
  t.match(await publishFile(seedsDatabase, checked), { status: 0 });
  t.equal(await troubleOf(t, checked), null, 'by parameters');
  const variables = { PGSSLMODE: 'verify-full', PGSSLROOTCERT: authority };
  t.equal(await troubleOf(t, address, variables), null, 'by variables');
  for (const [wrong, trouble] of [
    [`${address}?sslmode=disable`, /no encryption; check the user/],
    [`${address}?sslmode=verify-full`, /certificate; name the certificate of its issuer/],
    [checked.replace('localhost', '127.0.0.1'), /altnames.*; name the host as its certificate names it/],
    [checked.replace('ca.pem', 'none.pem'), /no such file.*none\.pem/],
  ] as const)
    t.match(await troubleOf(t, wrong), trouble, wrong);
});
