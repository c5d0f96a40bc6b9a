// `npm run bench`: measures the server over generated data, side by side with the plain route and another checkout.
import process, { stderr, stdout } from 'node:process';
import { BenchError } from '../bench/processes.ts';
import { reportOf } from '../bench/report.ts';
import { run } from '../bench/run.ts';
import { readSettings, usage } from '../bench/settings.ts';

const settings = readSettings(process.argv.slice(2));
if (typeof settings === 'string') {
  stderr.write(`${settings}\n\n${usage}`);
  process.exitCode = 2;
} else {
  try {
    stdout.write(reportOf(await run(settings, (text) => stderr.write(`${text}\n`)), settings));
  } catch (error) {
    if (!(error instanceof BenchError)) throw error;
    stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
