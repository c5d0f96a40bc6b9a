// Imports Popolo (https://www.popoloproject.com): people, organizations, memberships, posts, events and speeches.
import { type Importing, Unreadable } from '../importing.ts';
import { Statements } from '../statements.ts';
import { type Fields, isFields, jsonValues } from './json-values.ts';
import { importEvent, importOrganization, importPerson } from './popolo-entities.ts';
import { importMembership } from './popolo-memberships.ts';
import { importSpeech } from './popolo-speeches.ts';

/** What an element of each list becomes, in the order in which they need one another. */
const passes: readonly (readonly [list: string, take: Take])[] = [
  ['posts', (post, _line, { posts }) => posts.set(String(post['id']), post)],
  ['organizations', (organization, line, { importing }) => importOrganization(organization, line, importing)],
  ['persons', (person, line, { importing }) => importPerson(person, line, importing)],
  [
    'memberships',
    (membership, line, { importing, posts }) => importMembership(membership, line, posts, importing),
  ],
  ['events', (event, line, { importing }) => importEvent(event, line, importing)],
  [
    'speeches',
    (speech, line, { importing, statements, file }) =>
      importSpeech(speech, line, file, statements, importing),
  ],
];

type Take = (element: Fields, line: number, context: Context) => void;

interface Context {
  importing: Importing;
  statements: Statements;
  posts: Map<string, Fields>;
  file: string;
}

/** Popolo's classes, for files that are one list of objects. */
const listOfType = new Map([
  ['person', 'persons'],
  ['people', 'persons'],
  ['organization', 'organizations'],
  ['membership', 'memberships'],
  ['post', 'posts'],
  ['event', 'events'],
  ['speech', 'speeches'],
]);

/**
 * Reads the file once for each list, because what refers to others may come first: people stay in the file until it is their
 * turn, so that memory does not grow with speeches.
 */
export async function importPopolo(file: string, importing: Importing): Promise<void> {
  const context: Context = { importing, statements: new Statements(importing), posts: new Map(), file };
  const lists = new Set<string>();
  for (const [wanted, take] of passes) {
    for (const { list, isListed, line, value } of jsonValues(file)) {
      const name = isListed ? listNameOf(list, value) : null;
      if (name === null) continue;
      lists.add(name);
      if (name !== wanted || !isFields(value)) continue;
      importing.tally.read(name);
      importing.attempt(name, line, () => take(value, line, context));
    }
  }
  const known = passes.map(([list]) => list);
  if (![...lists].some((list) => known.includes(list))) {
    throw new Unreadable(
      1,
      1,
      `holds none of ${known.join(', ')}; expected {"persons": [ … ], "speeches": [ … ], …}`,
    );
  }
  for (const list of lists)
    if (!known.includes(list)) importing.tally.leaveOut(list, 'records of this kind are not imported');
}

/** The list that an element belongs to: by its name, or by the element's own type. */
function listNameOf(list: string, value: unknown): string {
  if (list !== '') return listOfType.get(list) ?? list;
  const type = isFields(value) ? String(value['@type'] ?? value['type'] ?? 'person') : '';
  return listOfType.get(type.toLowerCase()) ?? type;
}
