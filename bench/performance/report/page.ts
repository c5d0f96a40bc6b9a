// Writes docs/performance.md from results: every figure on it was measured, and every sentence stands here.
import { machineText } from '../measure/machine.ts';
import type { Results } from '../results.ts';
import { growthTable } from './growth.ts';
import { beside, downloads, ingest, others, references, requests, start, workers } from './tables.ts';
import { number } from './words.ts';

const intro = `# Performance

Written by \`npm run bench\`; no figure here is typed by hand. Ratios are taken within one run, because a machine that is
shared gives twice as much at one time as at another: the server and its references answer in turn, round after round, and
what is shown is the median of the rounds. Where the host gave more than a twentieth of the machine to others during a load, that
load is sent again, up to six times; what stays disturbed says so. Before the first round each is loaded three times as long as in
one, so that its code is compiled by then.

## What is compared

- **Ours** is started as \`npm run serve\` starts it, with its default settings but for the rate limit, and its log in a file.
- **The ceiling** is a bare Fastify route that sends one constant Buffer with the bytes of a typical answer. No route over
  Fastify that sends these bytes can be faster.
- **The plain route** is what one would write in an afternoon: prepared queries over the normalised tables, renditions nested
  by \`JSON.stringify\`, FTS5 with bm25 for words. It counts no totals, which spares it work that our answers have in them.

The data is generated (\`bench/performance/generate.ts\`): speakers, outlets, topics and words by Zipf's law, about two topics
and two renditions a statement, one source for twenty statements, Arabic and English. A question counts as never asked before
where no request of the run has asked it: the ids, page sizes, orders and days differ, and not just their spelling.
Cases *one at a time* have a single connection, so that their latency is that of the answer and not of a queue; the others
have ten.
`;

/** The page, for results with the fewest statements first. */
export function pageOf(all: readonly Results[]): string {
  const growth = growthTable(all);
  const parts = [
    intro,
    ...all.map(countPart),
    growth === null
      ? ''
      : `## From one million to five\n\nRates as shares of their own run's ceiling, so that the machine's own ups and downs do not count.\n\n${growth}\n`,
  ];
  return `${parts
    .filter((part) => part !== '')
    .join('\n')
    .trimEnd()}\n`;
}

function countPart(results: Results): string {
  const tables = [requests, references, downloads, ingest, start, beside, workers, others].flatMap(
    (make) => make(results) ?? [],
  );
  return `${[`## ${number(results.statements)} statements`, howOf(results), summaryOf(results), ...failuresOf(results), ...tables].join('\n\n')}\n`;
}

function howOf({ command, machine, seconds, rounds, load, at }: Results): string {
  const generator = load === 'wrk' ? 'wrk' : 'the built-in load generator';
  const held = machine.pinned
    ? `The server is held on one core, ${generator} on another.`
    : `Nothing is held on a core; the load comes from ${generator}.`;
  return `\`${command}\` on ${at.slice(0, 10)}: ${machineText(machine)}. ${held} ${rounds} ${rounds === 1 ? 'round' : 'rounds'} of ${seconds} s for each.`;
}

function failuresOf({ failures }: Results): string[] {
  if (failures.length === 0) return [];
  return [`Not measured: ${failures.map(({ id }) => id).join(', ')}.`];
}

function summaryOf({ rows }: Results): string {
  const targets = rows.flatMap((row) => row.targets);
  const met = targets.filter((target) => target.met).length;
  return targets.length === 0 ? 'No targets here.' : `${met} of ${targets.length} targets are met.`;
}
