// What is nobody's mistake is not put into words: `start` lets it through, to be seen with its stack.
import t from 'tap';
import { start } from '../../src/server/start-command.ts';

t.test('an error of another kind passes through', async (t) => {
  const environment = {
    get HOST(): string {
      throw new RangeError('not a setting');
    },
  };
  const silent = { write: () => true };
  await t.rejects(start({ environment, stdout: silent, stderr: silent }), RangeError);
});
