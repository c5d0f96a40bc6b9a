/** Asserts how two renditions are laid side by side, and how alike they are. */
import t from 'tap';
import { align, similarityOf } from '../../../src/resources/comparison/alignment.ts';
import { chance } from '../../support/random.ts';
import { commonLength, wordsOf } from './words-of.ts';

type Words = ReturnType<typeof wordsOf>;

const shown = (words: Words): string => words.map(({ text }) => text).join(' ');
const stretches = (left: Words, right: Words): string[] =>
  align(left, right).map((each) => `${each.kind}: ${shown(each.left)} > ${shown(each.right)}`);

const pairs: { left: string[]; right: string[]; stretches: string[]; similarity: number; stems: number }[] = [
  {
    left: ['أسسنا اتصالات مباشرة مع ترامب'],
    right: ['أسسنا اتصالات مباشرة مع الرئيس ترامب'],
    stretches: [
      'equal: أسسنا اتصالات مباشرة مع > أسسنا اتصالات مباشرة مع',
      'added:  > الرئيس',
      'equal: ترامب > ترامب',
    ],
    similarity: 0.9091,
    stems: 0.9091,
  },
  {
    left: ['يجب تخطي العداء مع أميركا إلى الحوار'],
    right: ['يجب تخطي العداء مع أمريكا إلى الحوار'],
    stretches: [
      'equal: يجب تخطي العداء مع > يجب تخطي العداء مع',
      'spelling: أميركا > أمريكا',
      'equal: إلى الحوار > إلى الحوار',
    ],
    similarity: 1,
    stems: 1,
  },
  {
    left: ['حققنا تقدما كبيرا'],
    right: ['تقدم كبير'],
    stretches: ['dropped: حققنا > ', 'form: تقدما > تقدم', 'form: كبيرا > كبير'],
    similarity: 0,
    stems: 0.8,
  },
  {
    left: ['مثمر جداً'],
    right: ['مثمر للغاية'],
    stretches: ['equal: مثمر > مثمر', 'replaced: جداً > للغاية'],
    similarity: 0.5,
    stems: 0.5,
  },
  { left: ['نعم'], right: ['كلا'], stretches: ['replaced: نعم > كلا'], similarity: 0, stems: 0 },
  {
    left: ['نقطة انطلاق', 'المهني والعملي'],
    right: ['نقطة انطلاق المهني والعملي'],
    stretches: ['equal: نقطة انطلاق > نقطة انطلاق', 'equal: المهني والعملي > المهني والعملي'],
    similarity: 1,
    stems: 1,
  },
  {
    left: ['جداً'],
    right: ['جدا'],
    stretches: ['spelling: جداً > جدا'],
    similarity: 1,
    stems: 1,
  },
];

for (const { left, right, stretches: expected, similarity, stems } of pairs) {
  t.test(`${left.join(' / ')} | ${right.join(' / ')}`, async (t) => {
    const [one, other] = [wordsOf(...left), wordsOf(...right)];
    t.same(stretches(one, other), expected);
    t.same(similarityOf(one, other), { similarity, stemSimilarity: stems });
    t.same(similarityOf(other, one), { similarity, stemSimilarity: stems }, 'the same from the other side');
  });
}

t.test('nothing quoted', async (t) => {
  t.equal(similarityOf([], wordsOf('نعم')), null);
  t.equal(similarityOf(wordsOf('نعم'), []), null);
  t.equal(similarityOf(wordsOf('...'), wordsOf('نعم')), null, 'punctuation is no word');
  t.same(stretches([], []), []);
});

t.test('whatever the words are', async (t) => {
  const { below, one } = chance(7);
  const vocabulary = ['قمة', 'القمة', 'قمه', 'سلام', 'السلام', 'حرب', 'من', 'في', 'أمريكا', 'أميركا'];
  const made = () => wordsOf(Array.from({ length: 1 + below(9) }, () => one(vocabulary)).join(' '));
  for (let round = 0; round < 500; round += 1) {
    const [left, right] = [made(), made()];
    const aligned = align(left, right);
    t.same(
      aligned.flatMap((each) => each.left),
      left,
      'every word of the left stands once, in order',
    );
    t.same(
      aligned.flatMap((each) => each.right),
      right,
      'and every word of the right',
    );
    const dice = (key: 'spelling' | 'stem') => {
      const common = commonLength(
        left.map((word) => word[key]),
        right.map((word) => word[key]),
      );
      return Math.round((20_000 * common) / (left.length + right.length)) / 10_000;
    };
    t.same(similarityOf(left, right), { similarity: dice('spelling'), stemSimilarity: dice('stem') });
    const paired = aligned.filter(({ kind }) => kind === 'equal' || kind === 'spelling' || kind === 'form');
    t.ok(
      paired.every((each) => each.left.length === each.right.length),
      'pairs are pairs',
    );
  }
});
