// Writes the results of a run as Markdown tables.
import { availableParallelism, cpus } from 'node:os';
import { boundsTable } from './bounds.ts';
import type { Load } from './load.ts';
import { median } from './median.ts';
import type { Usage } from './processes.ts';
import type { Results, Row } from './run.ts';
import type { Settings } from './settings.ts';

export function reportOf(results: Results, { rounds, seconds }: Settings): string {
  const { servers, statements, rows } = results;
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model.trim()}), Node ${process.versions.node}`;
  return [
    `${statements.toLocaleString('en')} statements; ${machine}; medians of ${rounds} rounds of ${seconds} s, servers in turn.`,
    '',
    ...boundsTable(results),
    ...loadTable(servers, rows),
    ...usageTable(results),
    ...errorsOf(servers, rows),
    '',
  ].join('\n');
}

/** A row for each case and each server; ratios compare the first server with this one, above 1 where the first is better. */
function loadTable(servers: readonly string[], rows: readonly Row[]): string[] {
  const line = ({ title, isCompressed, loads }: Row, at: number): string[] => {
    const [first = [], rounds = []] = [loads[0], loads[at]];
    if (rounds.length === 0) return [];
    const figure = (name: keyof Load): number => median(rounds.map((load) => load[name]));
    const ratio = (of: (one: Load, other: Load) => number): string =>
      at === 0 ? '–' : median(first.map((load, round) => of(load, rounds[round] as Load))).toFixed(2);
    const cells = [
      ...[title, isCompressed ? 'br, gzip' : 'none', servers[at]],
      Math.round(figure('rate')).toLocaleString('en'),
      ...(['p50', 'p99', 'processor'] as const).map((name) => `${figure(name).toPrecision(3)} ms`),
      ratio((one, other) => one.rate / other.rate),
      ratio((one, other) => other.processor / one.processor),
    ];
    return [`| ${cells.join(' | ')} |`];
  };
  return [
    '| case | encoding | server | answers/s | p50 | p99 | processor time of an answer | times its rate | by processor time |',
    '| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows.flatMap((row) => servers.flatMap((_, at) => line(row, at))),
    '',
  ];
}

function usageTable({ servers, ingests, memory, statements }: Results): string[] {
  const ingested = (usage: Usage | null | undefined): string[] =>
    usage
      ? [
          `${usage.seconds.toFixed(1)} s (${Math.round(statements / usage.seconds).toLocaleString('en')}/s)`,
          ...[`${usage.processor.toFixed(1)} s`, `${Math.round(usage.peak)} MiB`],
        ]
      : ['–', '–', '–'];
  const line = (name: string, at: number): string => {
    const { before = 0, after = 0 } = memory[at] ?? {};
    const cells = [
      name,
      ...ingested(ingests[at]),
      ...[before, after].map((each) => `${Math.round(each)} MiB`),
    ];
    return `| ${cells.join(' | ')} |`;
  };
  return [
    '| server | ingest | its processor time | its peak memory | server memory, started | after all loads |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...servers.map(line),
  ];
}

const errorsOf = (servers: readonly string[], rows: readonly Row[]): string[] =>
  rows.flatMap(({ title, loads }) =>
    loads.flatMap((rounds, at) => {
      const errors = rounds.reduce((sum, load) => sum + load.errors, 0);
      return errors === 0 ? [] : ['', `**${servers[at]}, ${title}: ${errors} requests failed.**`];
    }),
  );
