// `npm run compare -- <origin> <origin>`: asks two running servers over the same record the same questions, such as two
// releases or two stores, and prints every difference. Exit status 1 where there is one.
import process from 'node:process';
import { compareServers } from '../test/support/compare-servers.ts';

const [first, second] = process.argv.slice(2);
if (first === undefined || second === undefined) {
  process.stderr.write('Usage: npm run compare -- http://127.0.0.1:3000 http://127.0.0.1:3001\n');
  process.exit(2);
}

const { asked, differences } = await compareServers(first, second);
for (const { question, what, first: one, second: other } of differences) {
  process.stdout.write(`${what} of ${question.url} ${question.accept ?? ''}\n  ${one}\n  ${other}\n`);
}
process.stdout.write(`${asked} questions, ${differences.length} differences\n`);
process.exitCode = differences.length === 0 ? 0 : 1;
