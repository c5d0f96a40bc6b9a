// Whoever follows /changes has, after each time, exactly the documents that there are, and reads no more than changed.
import t from 'tap';
import { testApp } from '../../support/app.ts';
import { fixture } from '../../support/fixture.ts';
import { type Chance, chance } from '../../support/random.ts';
import { readSeeds, type Seeds } from '../../support/seeds.ts';
import { allDocuments, type Documents, mirrorOf } from './mirror.ts';

const luck = chance(15);
const original = readSeeds();

/** The seeds with some statements and claims left out, some said on another day, and a person renamed. */
function disturbed({ below, one }: Chance): Seeds {
  const records = structuredClone(original);
  records.statement = records.statement
    .filter(() => below(12) > 0)
    .map((each) => (below(12) === 0 ? { ...each, saidOn: one(['2025-08-14', '2025-08-16', null]) } : each));
  records.claim = records.claim.filter(() => below(12) > 0);
  const person = one(records.person);
  if (below(2) === 0) person.name['en'] = `${person.name['en']} the ${below(1_000)}th`;
  return records;
}

const sorted = (documents: Documents) => [...documents].sort(([a], [b]) => (a < b ? -1 : 1));

t.test('a copy that is kept up to date through many loads', async (t) => {
  const { database, load } = await fixture(t, original);
  const app = await testApp(t, { database });
  const mirror = mirrorOf(app);
  const reads = [await mirror.follow()];
  t.strictSame(sorted(mirror.documents), sorted(await allDocuments(app)), 'from nothing');
  t.equal(await mirror.follow(), 0, 'nothing new, nothing to read');
  for (let round = 1; round <= 3; round += 1) {
    for (let loads = luck.below(3); loads >= 0; loads -= 1) await load(disturbed(luck));
    reads.push(await mirror.follow());
    t.strictSame(sorted(mirror.documents), sorted(await allDocuments(app)), `round ${round}`);
  }
  await load(original);
  await mirror.follow();
  t.strictSame(sorted(mirror.documents), sorted(await allDocuments(app)), 'and back');
  t.ok(Math.max(...reads.slice(1)) < Number(reads[0]), `never everything again: ${reads.join(', ')}`);
});

t.test('a copy that is made while the dataset goes on is right once it has followed', async (t) => {
  const { database, load } = await fixture(t, original);
  const app = await testApp(t, { database });
  const mirror = mirrorOf(app, '/changes?limit=100');
  await mirror.follow(() => load(disturbed(luck)));
  await mirror.follow(() => load(disturbed(luck)));
  await mirror.follow();
  t.strictSame(sorted(mirror.documents), sorted(await allDocuments(app)));
});
