// Popolo's memberships and posts as the roles of people.
import { type Importing, LeftOut } from '../importing.ts';
import { dateFrom } from '../texts.ts';
import { type Fields, textAt } from './json-values.ts';
import { recordOf } from './popolo-entities.ts';

/** Adds a role to a person; the post gives its title and its organization where the membership has none. */
export function importMembership(
  membership: Fields,
  line: number,
  posts: ReadonlyMap<string, Fields>,
  importing: Importing,
): void {
  const person = recordOf(importing, 'persons', membership['person_id'] ?? membership['member_id']);
  if (person === null)
    throw new LeftOut(`its person '${String(membership['person_id'])}' is not in the file`);
  const record = importing.drafts.get('person', person);
  if (record === null)
    throw new LeftOut(`its person '${person}' is a known record, whose roles stay as they are`);
  const post = posts.get(String(membership['post_id'])) ?? {};
  const title = [membership, post].flatMap((each) => textAt(each, 'role') ?? textAt(each, 'label') ?? [])[0];
  if (title === undefined) throw new LeftOut("neither it nor its post has a 'role' or 'label'");
  const organization = recordOf(
    importing,
    'organizations',
    membership['organization_id'] ?? post['organization_id'],
  );
  const date = (name: string) => dateFrom(textAt(membership, name) ?? '', null);
  const role = {
    title: { [importing.language(line)]: title },
    organization,
    from: date('start_date'),
    to: date('end_date'),
  };
  const roles = [...((record['roles'] ?? []) as object[]), role];
  if (importing.check('person', { ...record, roles }, line))
    importing.drafts.set('person', { ...record, roles }, line);
  if (textAt(membership, 'on_behalf_of_id') !== null) {
    importing.tally.leaveOut('memberships.on_behalf_of_id', 'records have no field for it');
  }
}
