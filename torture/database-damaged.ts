// Damages the database of a running server in every page, and in other ways, and looks at what it answers.
import { writeFileSync } from 'node:fs';
import { Random } from '../bench/performance/dataset/random.ts';
import { otherFiles, pageSize, put } from './damage/other-files.ts';
import { questions, Subject } from './damage/subject.ts';
import type { Outcome, Scale, Trial } from './trial.ts';

export const databaseDamaged: Trial = {
  id: 'database-damaged',
  part: 'Nothing lost, nothing half-done',
  promise:
    'From a database that is damaged, cut short, foreign, outdated, gone or replaced, the server answers what is right or nothing; it says so, is not ready meanwhile, and recovers by itself.',
  async run(scale, folder, say) {
    const seed = Date.now() % 1_000_000;
    say(`seed ${seed}`);
    const subject = await Subject.start(folder);
    try {
      const replaced = await subject.replaceByEach(otherFiles(folder, subject.good));
      const flipped = await flipPages(subject, scale, new Random(seed), say);
      const status = await subject.server.stop();
      const broken = [...subject.broken, ...(status === 0 ? [] : [`the server ended with ${status}`])];
      return { figures: [{ name: 'seed', value: String(seed) }, ...replaced, ...flipped], broken };
    } finally {
      subject.server.child.kill('SIGKILL');
    }
  },
};

/** Flips a byte in each page, in several places, in place and by another file in turn. */
async function flipPages(
  subject: Subject,
  scale: Scale,
  random: Random,
  say: (text: string) => void,
): Promise<Outcome['figures']> {
  const pages = Math.ceil(subject.good.length / pageSize);
  const [step, places] = scale === 'full' ? [1, 2] : [Math.ceil(pages / 5), 1];
  const before = { ...subject.seen };
  let flips = 0;
  for (let page = 0; page < pages; page += step) {
    for (let place = 0; place < places; place += 1) {
      const at = Math.min(page * pageSize + random.below(pageSize), subject.good.length - 1);
      const bytes = Buffer.from(subject.good);
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 + random.below(255)), at);
      const inPlace = flips % 2 === 0;
      if (inPlace) writeFileSync(subject.database, bytes);
      else put(subject.database, bytes);
      flips += 1;
      const some = questions.filter((_, index) => index % 3 === Math.floor(flips / 2) % 3); // in turn, for the time it takes
      await subject.lookAt(`byte ${at} ${inPlace ? 'in place' : 'in another file'}`, some);
      await subject.restore(`byte ${at}`, inPlace);
    }
    if (page % 100 === 99) say(`${page + 1} of ${pages} pages`);
  }
  const { right, refused } = subject.seen;
  return [
    {
      name: 'flipped bytes',
      value: `${flips}, in ${Math.ceil(pages / step)} of ${pages} pages; ${right - before.right} answers right (of the data before it), ${refused - before.refused} refused`,
    },
  ];
}
