// Origins: how the database names the files that records came from, without their paths.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import t from 'tap';
import { isUnder, labelOf, labelOfOrigin, originOf } from '../../../src/ingest/read/file-names.ts';
import { inProject } from '../../../src/project.ts';

const parent = path.dirname(inProject());

t.test('an origin shows the name of the file, and of no folder', async (t) => {
  t.match(originOf(inProject('seeds', 'people.yaml')), /^[0-9a-f]{12}\/people\.yaml$/);
  t.match(originOf(path.join(parent, 'feeds', 'one.ndjson')), /^\.\.\/[0-9a-f]{12}\/one\.ndjson$/);
  t.equal(originOf(inProject('one.ndjson')), 'one.ndjson');
});

t.test('what lies in a folder', async (t) => {
  const origin = originOf(inProject('seeds', 'more', 'people.yaml'));
  for (const [given, expected] of [
    [inProject('seeds', 'more', 'people.yaml'), true],
    [inProject('seeds', 'more', 'topics.yaml'), false],
    [inProject('seeds', 'more'), true],
    [inProject('seeds'), true],
    [inProject('seed'), false],
    [inProject('seeds', 'mor'), false],
    [inProject(), true],
    [parent, true],
    [path.parse(parent).root, true],
    [path.join(parent, 'other'), false],
  ] as const) {
    t.equal(isUnder(given, origin), expected, given);
  }
  const outside = originOf(path.join(parent, 'feeds', 'one.ndjson'));
  for (const [given, expected] of [
    [path.join(parent, 'feeds'), true],
    [parent, true],
    [path.parse(parent).root, true],
    [inProject(), false],
    [inProject('feeds'), false],
  ] as const) {
    t.equal(isUnder(given, outside), expected, `outside the project: ${given}`);
  }
});

t.test('messages show the path as long as its folders are there', async (t) => {
  const folder = path.join(t.testdir({}), 'some', 'folder');
  const file = path.join(folder, 'people.yaml');
  mkdirSync(folder, { recursive: true });
  t.equal(labelOfOrigin(originOf(file)), labelOf(file));
  rmSync(folder, { recursive: true });
  t.equal(labelOfOrigin(originOf(file)), 'people.yaml');
  rmSync(path.dirname(folder), { recursive: true });
  writeFileSync(path.dirname(folder), 'a file in the place of a folder');
  t.equal(labelOfOrigin(originOf(file)), 'people.yaml');
});
