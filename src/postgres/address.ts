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
  const ports = environment['PGPORT'] || '5432';
  if (scheme === '' || !ports.split(',').every((port) => URL.canParse(`${scheme}localhost:${port}`)))
    return null;
  const named = hosts === '' ? hostsOf(environment) : hosts.split(',');
  const isRight = (host: string): boolean =>
    URL.canParse(`${scheme}${login}${host || 'localhost'}${database}${parameters}`);
  if (!named.every(isRight)) return null;
  const all = withTls(parameters, environment);
  return named.map((host) => ({
    name: `${host || 'localhost'}${database}`,
    connection: { connectionString: `${scheme}${login}${host}${database}${all}` },
  }));
}

/** Variables for TLS by the parameters that they stand for; `pg` reads none of them but the first. */
const tlsVariables = {
  sslmode: 'PGSSLMODE',
  sslrootcert: 'PGSSLROOTCERT',
  sslcert: 'PGSSLCERT',
  sslkey: 'PGSSLKEY',
} as const;

/** The parameters, with those for TLS that the variables give and the address leaves out. */
function withTls(parameters: string, environment: Record<string, string | undefined>): string {
  const given = new URLSearchParams(parameters);
  const added = Object.entries(tlsVariables).flatMap(([parameter, variable]) => {
    const value = environment[variable];
    return value && !given.has(parameter) ? [`${parameter}=${encodeURIComponent(value)}`] : [];
  });
  if (added.length === 0) return parameters;
  return `${parameters.length > 1 ? `${parameters}&` : '?'}${added.join('&')}`;
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
