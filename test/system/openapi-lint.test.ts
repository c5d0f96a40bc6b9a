// openapi.yaml passes Redocly's linter.
import { spawnSync } from 'node:child_process';
import t from 'tap';
import { inProject } from '../../src/project.ts';

t.test('Redocly finds nothing to say under its recommended rules', async (t) => {
  const cli = inProject('node_modules', '@redocly', 'cli', 'bin', 'cli.js');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [cli, 'lint', inProject('openapi.yaml'), '--extends', 'recommended', '--format', 'json'],
    {
      encoding: 'utf8',
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    },
  );
  const { totals, problems } = JSON.parse(stdout.slice(stdout.indexOf('{'))) as {
    totals: { errors: number; warnings: number };
    problems: { ruleId: string; message: string }[];
  };
  t.match(totals, { errors: 0, warnings: 0 }, stderr);
  t.same(
    problems.map(({ ruleId, message }) => `${ruleId}: ${message}`),
    [],
  );
  t.equal(status, 0);
});
