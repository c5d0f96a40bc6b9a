// Reads `postgres://` addresses, which may name several hosts, and the usual PG* variables where the address leaves something out.
import type { ClientConfig } from 'pg';

/** Whether a setting names a PostgreSQL database and not a file. */
export const isPostgres = (address: string): boolean => /^postgres(?:ql)?:\/\//.test(address);

/** One host of an address. */
export interface HostAddress {
  /** For messages: host, port and database, without user and password. */
  name: string;
  connection: ClientConfig;
}

/** Scheme, user and password, hosts, database and parameters. A password with `/`, `?`, `#` or `@` is percent-encoded (RFC 3986). */
const parts = /^(postgres(?:ql)?:\/\/)([^@/?#]*@)?([^/?#@]*)(\/[^?#]*)?(\?[^#]*)?$/;

/** Null where the text is no address. */
export function readAddress(
  address: string,
  environment: Record<string, string | undefined> = process.env,
): HostAddress[] | null {
  const [, scheme = '', login = '', hosts = '', database = '', parameters = ''] = parts.exec(address) ?? [];
  if (scheme === '') return null;
  const named = hosts === '' ? hostsOf(environment) : hosts.split(',');
  const isRight = (host: string): boolean =>
    URL.canParse(`${scheme}${login}${host || 'localhost'}${database}${parameters}`);
  if (!named.every(isRight)) return null;
  return named.map((host) => ({
    name: `${host || 'localhost'}${database}`,
    connection: { connectionString: `${scheme}${login}${host}${database}${parameters}` },
  }));
}

/** The hosts of `PGHOST` with the ports of `PGPORT`, where they are lists; else one, for which `pg` reads the variables. */
function hostsOf({ PGHOST: hosts = '', PGPORT: ports = '' }: Record<string, string | undefined>): string[] {
  if (!hosts.includes(',')) return [''];
  const listed = ports.split(',');
  return hosts.split(',').map((host, at) => {
    const port = listed[at] ?? listed[0];
    return port ? `${host}:${port}` : host;
  });
}
