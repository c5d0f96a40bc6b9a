/** Asserts that text as bytes becomes the bytes of the text, also where an escape in JSON gave half of a character. */
import t from 'tap';
import { bufferOf } from '../../src/text/bytes.ts';

const asBytes = (text: string): string =>
  (JSON.parse(Buffer.from(JSON.stringify({ text })).toString('latin1')) as { text: string }).text;

for (const text of ['قال إن القِمّــةَ', '😀 𝒜lpha\u00a0', 'half \ud800 \udc00of قمة', '']) {
  t.same(bufferOf(asBytes(text)), Buffer.from(text), text);
}
