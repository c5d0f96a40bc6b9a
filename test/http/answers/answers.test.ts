// What is kept is bounded: one answer that is too large would push out many.
import t from 'tap';
import { Answers } from '../../../src/http/answers/answers.ts';

const answer = (size: number) => ({ etag: '"x"', route: '/', headers: {}, body: Buffer.alloc(size) });

t.test('a large answer is not kept, nor one of an older state', async (t) => {
  let newest = 1;
  const answers = new Answers(() => newest);
  answers.keep(answer(100), 1, 'small', 'a question');
  answers.keep(answer(2 * 1024 * 1024), 1, 'large', null);
  t.ok(answers.toRequest('small'));
  t.ok(answers.toQuestion('a question'));
  t.equal(answers.toRequest('large'), undefined);
  newest = 2;
  answers.keep(answer(100), 1, 'late', null);
  t.equal(answers.toRequest('late'), undefined);
  t.equal(answers.toRequest('small'), undefined);
});
