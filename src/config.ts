// The settings, read from the environment through one schema.
import { z } from 'zod';
import { inProject } from './project.ts';

const schema = z.object({
  HOST: z.string().min(1, 'expected a host name or address').default('127.0.0.1').meta({
    description:
      'Address to listen on. The default is the loopback address: reachable from this machine only.',
  }),
  PORT: z
    .preprocess(
      (text) => (typeof text === 'string' && /^\d{1,5}$/.test(text) ? Number(text) : text),
      z.int('expected a whole number').min(0).max(65_535),
    )
    .default(3000)
    .meta({ description: 'Port to listen on; 0 takes any free one.' }),
  DATABASE: z
    .string()
    .min(1, 'expected the path of a file')
    .default(inProject('data', 'summit-record.sqlite'))
    .meta({ description: 'The SQLite file. Made by the ingest, opened read-only by the server.' }),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .meta({ description: 'The least severe messages that are logged.' }),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'expected an http or https address' })
    .refine(
      (url) => !URL.canParse(url) || (new URL(url).pathname === '/' && !/[?#]/.test(url)),
      'expected no path, query or fragment',
    )
    .transform((url) => new URL(url).origin)
    .optional()
    .meta({
      description: "Origin under which clients reach the API, for whole URLs; the request's own by default.",
    }),
});

/** The settings of a server. */
export type Config = z.output<typeof schema>;

/** Names every setting that is wrong, not just the first. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** Reads the settings; an empty variable counts as not set. Throws a ConfigError that names all the bad ones. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = schema.safeParse(set);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => {
    const name = path.join('.');
    return `${name}=${set[name]}: ${message}`;
  });
  throw new ConfigError(`bad settings:\n  ${problems.join('\n  ')}`);
}

/** Each setting with its default and meaning, as the README lists them. */
export const settings = Object.entries(schema.shape).map(([name, field]) => ({
  name,
  description: String(field.meta()?.description),
}));
