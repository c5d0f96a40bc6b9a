// The tests that the page on reliability names are there. They are not run here: they run beside this one.
import t from 'tap';
import { countChecks } from '../../torture/checks.ts';
import { testTrial } from './trial.ts';

testTrial('checked-by-tests');

t.test('what passed, what failed and what could not be tried is told apart', async (t) => {
  const said = [
    '# Subtest: test/one.test.ts',
    '    # Subtest: a test',
    '        ok 1 - a check',
    '        ok 2',
    '        ok 3 - no such program # SKIP',
    '    ok 1 - a test # time=12.5ms',
    'ok 1 - test/one.test.ts # time=20ms',
    '# Subtest: test/two.test.ts',
    '    # Subtest: another test',
    '        not ok 1 - a check',
    '          ---',
    '    not ok 1 - another test # time=3.1ms',
    'not ok 2 - test/two.test.ts # time=4ms',
  ];
  t.strictSame(Object.fromEntries(countChecks(said.join('\n'))), {
    'test/one.test.ts': { passed: 2, skipped: 1, failed: [] },
    'test/two.test.ts': { passed: 0, skipped: 0, failed: ['a check', 'another test', 'test/two.test.ts'] },
  });
});
