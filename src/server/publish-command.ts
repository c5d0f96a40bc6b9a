// The command `npm run publish`: copies what the ingest made into PostgreSQL, from which any number of servers answer.
import { parseArgs } from 'node:util';
import type { CommandContext } from '../commands/context.ts';
import { progressTeller } from '../commands/progress.ts';
import { ConfigError, readConfig } from '../config.ts';
import { isPostgres, readAddress } from '../postgres/address.ts';
import { connectToPrimary } from '../postgres/publish/connect.ts';
import { type PublishReport, publish } from '../postgres/publish/publish.ts';
import { openForReading } from '../sqlite/open.ts';
import { counted } from '../text/counted.ts';
import { withReason } from './serve-command.ts';

const usage = `Usage: npm run publish -- [options] postgres://…

Copies the read model of the database file (DATABASE) into PostgreSQL: into a schema of its own, which servers with
DATABASE=postgres://… use from the moment at which all of it is there. Whatever interrupts it, they go on with the version before.

  --keep n   versions to keep besides this one (default 1); older ones are dropped
  --dry-run  show what would be done, write nothing
  --help     show this

Exit status: 0 published or nothing to do, 1 failed (the version before is still served), 2 wrong usage.
`;

interface Asked {
  address: string;
  keep: number;
  dryRun: boolean;
}

/** Runs the command and gives its exit status; never throws for anything that a user can put right. */
export async function publishCommand(args: readonly string[], context: CommandContext): Promise<number> {
  const { stdout, stderr } = context;
  const asked = readArguments(args);
  if (asked === 'help') {
    stdout.write(usage);
    return 0;
  }
  if (typeof asked === 'string') {
    stderr.write(`${asked}\n\n${usage}`);
    return 2;
  }
  const status = await withReason(stderr, async () => {
    const report = await run(asked, context);
    stdout.write(`${summary(report, asked).join('\n')}\n`);
    return 0;
  });
  return status ?? 0;
}

/** What is asked for; a text where that cannot be understood. */
function readArguments(args: readonly string[]): Asked | string {
  const options = {
    keep: { type: 'string', default: '1' },
    'dry-run': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [address = '', ...more] = positionals;
    if (values.help) return 'help';
    if (more.length > 0 || !isPostgres(address)) return 'name one database: postgres://host/database';
    if (!/^[1-9]\d?$/.test(values.keep)) return `--keep ${values.keep}: expected a whole number from 1 to 99`;
    return { address, keep: Number(values.keep), dryRun: values['dry-run'] };
  } catch (error) {
    return (error as Error).message;
  }
}

async function run({ address, keep, dryRun }: Asked, { environment, stderr }: CommandContext) {
  const { DATABASE: file } = readConfig(environment);
  if (isPostgres(file))
    throw new ConfigError(`DATABASE: expected the file that is published, such as data/summit-record.sqlite`);
  const hosts = readAddress(address, environment);
  if (hosts === null)
    throw new ConfigError(
      'the address of the database cannot be read; expected postgres://user@host:5432/database, and a port in PGPORT, if it is set',
    );
  const database = openForReading(file);
  const progress = progressTeller(stderr);
  try {
    const client = await connectToPrimary(hosts);
    return await client.run((connected) =>
      publish({ database, client: connected, keep, dryRun, onProgress: progress.tell }),
    );
  } finally {
    progress.end();
    database.close();
  }
}

function summary(
  { publication, isUnchanged, rows, dropped, inUse }: PublishReport,
  { dryRun }: Asked,
): string[] {
  const { version, schema } = publication;
  if (isUnchanged) return [`Version ${version} is published already (${schema}); nothing to do.`];
  const would = dryRun ? 'Would publish' : 'Published';
  return [
    `${would} version ${version} as ${schema}: ${counted(rows, 'row')}.`,
    ...dropped.map((name) => `${dryRun ? 'Would drop' : 'Dropped'} ${name}.`),
    ...inUse.map((name) => `${name} is still read; the next publish drops it.`),
  ];
}
