// Tests how commands tell how far they have come.
import t from 'tap';
import { progressTeller } from '../../src/commands/progress.ts';

t.test('progress', async (t) => {
  let time = 0;
  let text = '';
  const teller = (isTTY: boolean) => {
    [time, text] = [0, ''];
    return progressTeller({ isTTY, write: (more) => (text += more) }, () => time);
  };
  const onTerminal = teller(true);
  onTerminal.tell({ phase: 'reading', records: 500, share: 0.01 });
  t.equal(text, '', 'short work is silent');
  time = 2000;
  onTerminal.tell({ phase: 'reading', records: 30_000, share: 0.5 });
  t.equal(
    text,
    `\r${'█'.repeat(12)}${'░'.repeat(12)} reading: 50 %, 30,000 done, 15,000 a second, 2 s left\u001b[K`,
  );
  time = 62_000;
  onTerminal.tell({ phase: 'reading', records: 30_500, share: 0.25 });
  t.match(text, / 25 %, 30,500 done, 492 a second, 3 min 6 s left/);
  onTerminal.tell({ phase: 'building', records: 0, share: 0 });
  time = 64_000;
  onTerminal.tell({ phase: 'building', records: 0, share: 0 });
  t.ok(text.endsWith(`${'░'.repeat(24)} building: 0 %\u001b[K`));
  onTerminal.end();
  t.ok(text.endsWith('\r\u001b[K'));
  const inLog = teller(false);
  time = 20_000;
  inLog.tell({ phase: 'checking', records: 500, share: 0.1 });
  const line = 'checking: 10 %, 500 done\n';
  t.equal(text, line, 'a phase that has just begun has no pace yet');
  inLog.end();
  t.equal(text, line);
  time = 40_000;
  inLog.tell({ phase: 'copying statements', share: 0.4 });
  t.equal(text, `${line}copying statements: 40 %\n`, 'work that counts no records');
});
