// Any text at all gives utterances that lie in it, in time that grows with its length.
import fc from 'fast-check';
import t from 'tap';
import { articleOf, languageOf } from '../../../src/authoring/draft/article.ts';
import { Names } from '../../../src/authoring/draft/names.ts';
import { readArticle } from '../../../src/authoring/draft/reading.ts';
import { readRecord } from '../../../src/authoring/draft/record.ts';
import { inProject } from '../../../src/project.ts';

const names = new Names(readRecord(inProject('seeds')));

const piece = fc.constantFrom(
  'قال',
  'وأضاف',
  'إن',
  'أن',
  ':',
  '«',
  '»',
  '"',
  '“',
  '”',
  '.',
  '،',
  'مؤكدا',
  'بحسب',
  'رويترز',
  'على حد قوله',
  'بوتين',
  '(',
  ')',
  '\n',
  'said',
  'told',
  'that',
  ',',
  '’',
  '‘',
  'according to',
  'He',
  'Putin',
  '—',
  'who',
  '\u200f',
  '\u202b',
  '\u0640',
  '😀',
  '\ud800',
  '\0',
  'ﷺ',
  '..',
  '!',
  '؟',
  '12',
  'x',
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join(' ')),
  fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

t.test('utterances lie in their paragraph, and quotations in their contents', async () => {
  fc.assert(
    fc.property(text, fc.constantFrom('ar' as const, 'en' as const), (words, language) => {
      const article = articleOf('a.txt', words, language);
      for (const { paragraph: number, contents, quotes, cue, speaker, mode } of readArticle(article, names)) {
        const pieces = article.paragraphs.filter((paragraph) => paragraph.number === number);
        const inside = [...contents, ...quotes, ...(cue === null ? [] : [cue])].every(
          ({ start, end }) => start < end && pieces.some((each) => start >= each.start && end <= each.end),
        );
        const held = quotes.every(({ start, end }) =>
          contents.some((each) => start >= each.start && end <= each.end),
        );
        const spoken = speaker === null || article.text.slice(speaker.start, speaker.end) === speaker.text;
        if (!inside || !held || !spoken || (mode === 'indirect') !== (quotes.length === 0)) return false;
      }
      return true;
    }),
    { numRuns: 400 },
  );
});

t.test('time grows with the length', async (t) => {
  const sentences = {
    ar: 'وقال الرئيس «نعم، سنفعل» مؤكدا أن العمل جار بحسب رويترز. ',
    en: '"Yes, we will," the president said, adding that work goes on, according to Reuters. ',
    marks: '«"“” ',
    words: 'قال ',
  };
  for (const [name, sentence] of Object.entries(sentences)) {
    const seconds = (times: number) => {
      const words = sentence.repeat(times);
      const start = process.cpuUsage(); // of this process: others may keep the machine busy
      readArticle(articleOf('a.txt', words, languageOf(words)), names);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    };
    seconds(200);
    const short = Math.max(seconds(400), 5);
    const long = seconds(3200);
    t.ok(long < short * 32, `${name}: eight times the text took ${(long / short).toFixed(1)} times as long`);
  }
});
