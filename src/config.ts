// The settings, read from the environment through one schema.
import { isIP } from 'node:net';
import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { isPostgres } from './postgres/address.ts';
import { inProject } from './project.ts';

/** A whole number in plain digits; what is none stays as it is, and is refused. */
const digits = (text: unknown): unknown =>
  typeof text === 'string' && /^\d{1,7}$/.test(text) ? Number(text) : text;

const wholeNumber = (least: number, most: number) =>
  z.preprocess(digits, z.int(`expected a whole number from ${least} to ${most}`).min(least).max(most));

/** Whether a text is an address, or a network in CIDR notation that is smaller than the whole internet. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const widest = { 0: 0, 4: 32, 6: 128 }[isIP(address)] as number;
  const isPrefix = bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= widest);
  return widest > 0 && isPrefix && rest.length === 0;
}

/** The cores that the main thread leaves over; more than four threads are seldom busy, and each takes memory. */
function defaultThreads(): number {
  return Math.min(4, Math.max(1, availableParallelism() - 1));
}

const fileOrPostgres = 'expected the path of a file, or postgres://host/database';

const schema = z.object({
  HOST: z.string().min(1, 'expected a host name or address').default('127.0.0.1').meta({
    description:
      'Address to listen on. The default is the loopback address: reachable from this machine only.',
  }),
  PORT: wholeNumber(0, 65_535)
    .default(3000)
    .meta({ description: 'Port to listen on; 0 takes any free one.' }),
  DATABASE: z
    .string()
    .min(1, fileOrPostgres)
    .refine((text) => isPostgres(text) || !/^[a-z][a-z\d+.-]+:\//i.test(text), fileOrPostgres)
    .default(inProject('data', 'summit-record.sqlite'))
    .meta({
      description:
        'The SQLite file, made by the ingest and opened read-only by the server; or `postgres://…`, to serve what was published there.',
    }),
  DATABASE_CONNECTIONS: wholeNumber(1, 1_000).default(10).meta({
    description:
      'With PostgreSQL, connections at a time to each host; each worker thread has up to four more.',
  }),
  DATABASE_TIMEOUT: wholeNumber(10, 600_000).default(5_000).meta({
    description: 'With PostgreSQL, milliseconds that a statement may take.',
  }),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .meta({ description: 'The least severe messages that are logged.' }),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'expected an http or https address' })
    .refine(
      (url) =>
        !URL.canParse(url) || (/^(?:\/[\w.~-]+)*\/?$/.test(new URL(url).pathname) && !/[?#]/.test(url)),
      'expected no query or fragment, and a path of plain letters',
    )
    .transform((url) => new URL(url).origin + new URL(url).pathname.replace(/\/$/, ''))
    .optional()
    .meta({
      description:
        "Address under which clients reach the API, with a path where it has no host of its own; the request's own by default.",
    }),
  ADMIN_HOST: z.string().min(1, 'expected a host name or address').default('127.0.0.1').meta({
    description:
      'Address on which the metrics are served; loopback by default, for they are not for the public.',
  }),
  ADMIN_PORT: wholeNumber(0, 65_535).optional().meta({
    description: 'Port on which the metrics are served; 0 takes any free one, none is taken unless set.',
  }),
  RATE_LIMIT: wholeNumber(0, 1_000_000)
    .default(6_000)
    .meta({ description: 'Requests that a client may send in a minute; 0 for any number.' }),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .superRefine((parts, context) => {
      for (const part of parts.filter((each) => !isNetwork(each)))
        context.addIssue(`expected addresses and networks such as 127.0.0.1,10.0.0.0/8, not '${part}'`);
    })
    .meta({
      description:
        'Addresses and networks of proxies in front, with commas between them, whose `X-Forwarded-For` is believed.',
    }),
  THREADS: wholeNumber(0, 1_000).default(defaultThreads()).meta({
    description:
      'Worker threads for heavy requests (counts, comparisons; above 50,000 documents also searches and facets). By default one fewer than there are cores, from one to four. 0: the main thread answers everything.',
  }),
});

/** The settings of a server. */
export type Config = z.output<typeof schema>;

/** Names every setting that is wrong, not just the first. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** An address may hold a password, which no log should hold. */
const withoutLogin = (text: string): string => text.replace(/\/\/[^/]*@/, '//…@');

/** Reads the settings; an empty variable counts as not set. Throws a ConfigError that names all the bad ones. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = schema.safeParse(set);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => {
    const name = path.join('.');
    return `${name}=${withoutLogin(String(set[name]))}: ${message}`;
  });
  throw new ConfigError(`bad settings:\n  ${problems.join('\n  ')}`);
}

/** Each setting with its default and meaning, as the README lists them. */
export const settings = Object.entries(schema.shape).map(([name, field]) => ({
  name,
  description: String(field.meta()?.description),
}));
