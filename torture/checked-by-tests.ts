// Runs the tests of those promises that need no trial of their own, and counts what passed for each.
import { existsSync } from 'node:fs';
import { inProject } from '../src/project.ts';
import { type Checked, countChecks } from './checks.ts';
import { startProcess } from './processes.ts';
import type { Figure, Trial } from './trial.ts';

/** Each promise, in words for the page, and the tests that break the thing on purpose. */
const promises: Readonly<Record<string, readonly string[]>> = {
  'on the raw socket, who is slow, odd, oversized or ambiguous is refused, and the rest is served': [
    'test/faults/raw-socket.test.ts',
  ],
  'no value is taken for SQL, a word query, a path, a header, a formula, HTML or YAML': [
    'test/faults/injection.test.ts',
    'test/formats/csv.test.ts',
    'test/ingest/bad-form.test.ts',
  ],
  'every regular expression is linear in its input': ['test/faults/regular-expressions.test.ts'],
  'the server needs no write access to its data': ['test/faults/read-only-data.test.ts'],
  'every answer has its security headers, and Swagger UI works under a strict policy': [
    'test/http/security-headers.test.ts',
  ],
  'who asks too often is told so, and nobody by the word of a stranger': [
    'test/http/gate/rate-limit.test.ts',
    'test/http/gate/clients.test.ts',
  ],
  'the log knows no client, and no request forges a line': ['test/http/log.test.ts'],
  'dependencies are pinned, have their reasons and stand in the SBOM': ['test/dependencies.test.ts'],
  'a backup of the live database is proven, and can be restored': ['test/backup/backup.test.ts'],
  'metrics add up to what was asked, and alerts tell overload from failures': [
    'test/metrics/metrics.test.ts',
    'test/ops/alerts.test.ts',
  ],
  'the systemd unit is understood, and closed to the rest of the machine': ['test/ops/systemd.test.ts'],
  'nginx finds, revalidates and purges what it keeps': ['test/ops/nginx.test.ts'],
};

export const checkedByTests: Trial = {
  id: 'checked-by-tests',
  part: 'Checked by tests',
  promise: 'What needs no trial of its own is broken on purpose by tests, which find it whole.',
  async run(scale) {
    const files = Object.values(promises).flat();
    const missing = files.filter((file) => !file.endsWith('.test.ts') || !existsSync(inProject(file)));
    const broken = missing.map((file) => `${file} is no test`);
    if (scale === 'short' || broken.length > 0) {
      const value = `${files.length} files of tests for ${Object.keys(promises).length} promises; the full form runs them`;
      return { figures: [{ name: 'named', value }], broken };
    }
    const { output, status } = await runTests(files);
    const checked = countChecks(output);
    for (const [file, { failed }] of checked)
      if (failed.length > 0) broken.push(`${file}: ${failed.join('; ')}`);
    for (const file of files.filter((each) => !checked.has(each))) broken.push(`${file} was not run`);
    if (status !== 0 && broken.length === 0)
      broken.push(`the tests ended with ${status}: ${output.slice(-500)}`);
    return { figures: Object.entries(promises).map((promise) => figureOf(promise, checked)), broken };
  },
};

/** Runs files of tests, two at a time; measuring what they reach would take as long as they do. */
async function runTests(files: readonly string[]): Promise<{ output: string; status: number | null }> {
  const unmeasured = ['--disable-coverage', '--allow-empty-coverage', '--allow-incomplete-coverage'];
  const args = ['run', ...unmeasured, '--jobs=2', '--reporter=tap', ...files];
  const { ended } = startProcess(inProject('node_modules', '.bin', 'tap'), args, { cwd: inProject() });
  const { stdout, status } = await ended;
  return { output: stdout, status };
}

/** A promise is only as good as each of its files. */
function figureOf(
  [promise, files]: [string, readonly string[]],
  checked: ReadonlyMap<string, Checked>,
): Figure {
  const each = files.flatMap((file) => checked.get(file) ?? []);
  const [passed, skipped] = [sum(each.map((one) => one.passed)), sum(each.map((one) => one.skipped))];
  const failed = sum(each.map((one) => one.failed.length));
  const counts = [
    `${passed} checks passed`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(skipped > 0 ? [`${skipped} could not be made here`] : []),
  ];
  return { name: promise, value: `${counts.join(', ')} (${files.join(', ')})` };
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
