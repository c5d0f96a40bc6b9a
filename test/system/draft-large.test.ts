// Five megabytes of any text give drafts that lie in it, or none, in time that grows with the length.
import t from 'tap';
import { articleOf, languageOf } from '../../src/authoring/draft/article.ts';
import { Names } from '../../src/authoring/draft/names.ts';
import { readArticle } from '../../src/authoring/draft/reading.ts';
import { readRecord } from '../../src/authoring/draft/record.ts';
import { inProject } from '../../src/project.ts';

const names = new Names(readRecord(inProject('seeds')));

const texts = {
  'mixed scripts': 'وقال بوتين «نعم، we will» مؤكدا أن Trump said "نعم" بحسب Reuters. ',
  'bidi controls': '\u202bقال\u202c \u200fإن\u200e \u2067العمل\u2069 جار\u061c. ',
  'no letters': '12.3 — 45, (67) % \n',
  'marks only': '«"“”»‘’ ',
};
const megabyte = 1_000_000;

for (const [name, piece] of Object.entries(texts))
  t.test(name, { timeout: 600_000 }, async (t) => {
    const read = (length: number) => {
      const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
      const start = performance.now();
      const utterances = readArticle(articleOf('a.txt', text, languageOf(text)), names);
      return { text, utterances, milliseconds: performance.now() - start };
    };
    read(megabyte / 10);
    const short = read(megabyte / 2);
    const { text, utterances, milliseconds } = read(5 * megabyte);
    const wrong = utterances.filter(({ contents, quotes, speaker }) => {
      const inside = [...contents, ...quotes].every(
        ({ start, end }) => start >= 0 && start < end && end <= text.length,
      );
      return !inside || (speaker !== null && text.slice(speaker.start, speaker.end) !== speaker.text);
    });
    t.same(wrong, [], 'every utterance lies in the text');
    const times = milliseconds / Math.max(short.milliseconds, 50);
    t.ok(times < 40, `ten times the text took ${times.toFixed(1)} times as long`);
  });
