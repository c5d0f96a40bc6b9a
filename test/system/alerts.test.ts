// The alerts and the table of metrics in the documents speak of metrics that there are.
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import t from 'tap';
import { parse } from 'yaml';
import { readConfig } from '../../src/config.ts';
import { inProject } from '../../src/project.ts';
import { buildApp } from '../../src/server/app.ts';
import { collectMetrics, type Metrics } from '../../src/server/metrics/metrics.ts';
import { openForReading } from '../../src/sqlite/open.ts';
import { storeOf } from '../../src/sqlite/store.ts';
import { block, fetched, until } from '../server/threads/listening.ts';
import { seedsDatabase } from '../support/prepared.ts';

const text = readFileSync(inProject('docs', 'operations.md'), 'utf8');

interface Alert {
  alert: string;
  expr: string;
  for: string;
  annotations: { summary: string };
}

function alerts(): Alert[] {
  const { groups } = parse(readFileSync(inProject('ops', 'alerts.yml'), 'utf8')) as {
    groups: { rules: Alert[] }[];
  };
  return groups.flatMap((group) => group.rules);
}

async function names(): Promise<string[]> {
  const metrics = collectMetrics();
  const app = await buildApp({
    store: storeOf(openForReading(seedsDatabase)),
    config: readConfig({}),
    metrics,
  });
  const text = await metrics.text();
  await app.close();
  return [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name = '']) => name);
}

/** Names of metrics in a text; those of a histogram's parts stand for it. */
const namedIn = (written: string): string[] =>
  [...written.matchAll(/\b(?:summit_record|http|nodejs|process)_[a-z0-9_]+\b/g)].map(([name]) =>
    name.startsWith('http') ? name.replace(/_(?:bucket|sum|count)$/, '') : name,
  );

t.test('metrics that are named exist, and each of our own is in the table', async (t) => {
  const there = await names();
  const known = (name: string): boolean => there.includes(name) || name === 'process_' || name === 'nodejs_';
  for (const name of namedIn(text)) t.ok(known(name), `docs/operations.md: ${name}`);
  for (const name of namedIn(readFileSync(inProject('ops', 'alerts.yml'), 'utf8')))
    t.ok(there.includes(name), name);
  const table = namedIn(text.slice(text.indexOf('| metric |'), text.indexOf('histogram_quantile')));
  for (const name of there.filter((each) => /^(?:summit_record|http)_/.test(each)))
    t.ok(table.includes(name), `${name} is explained`);
});

t.test('each alert says what it means, and the document what to do', async (t) => {
  const rules = alerts();
  t.ok(rules.length > 5);
  for (const { alert, expr, for: patience, annotations } of rules) {
    t.ok(expr.length > 0 && annotations.summary.endsWith('.'), alert);
    t.match(patience, /^\d+m$/, alert);
    t.match(text, new RegExp(`^\\| \`${alert}\` \\| .+ \\|$`, 'm'), alert);
  }
  const told = [...text.matchAll(/^\| `(SummitRecord\w+)`/gm)].map(([, name]) => name);
  t.strictSame(
    told,
    rules.map(({ alert }) => alert),
    'in one order, and none beyond',
  );
});

t.test('a rejected request is no failure, and has an alert of its own', async (t) => {
  const metrics: Metrics = collectMetrics();
  const app = await buildApp({
    store: storeOf(openForReading(seedsDatabase)),
    config: readConfig({}),
    loadLimits: { maxEventLoopDelay: 50, sampleInterval: 50 },
    metrics,
  });
  t.teardown(() => app.close());
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const busy = setInterval(() => block(100));
  t.teardown(() => clearInterval(busy));
  await until(async () => (await fetched(port, '/nowhere')).status === 503);
  clearInterval(busy);
  t.match(await metrics.text(), /http_request_duration_seconds_count\{[^}]*status="503"[^}]*\} 1\n/);
  const expression = (name: string) => alerts().find(({ alert }) => alert === name)?.expr;
  t.match(expression('SummitRecordFails'), /status=~"5\.\.",status!="503"/);
  t.match(expression('SummitRecordRejects'), /status="503"/);
});
