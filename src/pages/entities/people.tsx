// Pages of people.
import type { Person } from '../../resources/people/schema.ts';
import { date } from '../intl.ts';
import { Fragment, h } from '../jsx.ts';
import type { Page } from '../layout.tsx';
import type { Asked, ListAnswer } from '../list.tsx';
import { CountLink, Link, Words } from '../parts.tsx';
import { textFor, type View } from '../view.ts';
import { aliasesOf, countryOf, type EntityParts, entityPage, wikidataLink } from './entity.tsx';
import { entitiesPage } from './entity-list.tsx';

export function personPage(view: View, person: Person, parts: EntityParts): Page {
  const { t } = view;
  const { roles, country, wikidata, aliases, statements } = person;
  return entityPage(view, person, {
    kind: roles[0] ? textFor(view, roles[0].title).text : t.person,
    parts,
    all: statements.speaker,
    facts: [
      [
        t.roles,
        roles.length > 0 && (
          <ul class="plain">
            {roles.map(({ title, organization, from, to }) => (
              <li>
                <Words view={view} texts={title} />
                {organization && (
                  <Fragment>
                    {t.comma}
                    <Link view={view} to={organization} />
                  </Fragment>
                )}
                {from && ` ${t.since} ${date(view, from)}`}
                {to && ` ${t.until} ${date(view, to)}`}
              </li>
            ))}
          </ul>
        ),
      ],
      [t.country, countryOf(view, country)],
      [t.speakerOf, <CountLink view={view} count={statements.speaker} />],
      [t.addresseeOf, <CountLink view={view} count={statements.addressee} />],
      [t.mentionedIn, <CountLink view={view} count={statements.mention} />],
      [t.aliases, aliasesOf(aliases)],
      [t.wikidata, wikidataLink(wikidata)],
    ],
  });
}

export const peoplePage = (view: View, answer: ListAnswer<Person>, asked: Asked): Page =>
  entitiesPage(
    view,
    view.t.people,
    answer,
    asked,
    answer.data.map(({ href, name, roles, statements }) => ({
      href,
      name,
      about: roles[0] && <Words view={view} texts={roles[0].title} />,
      count: statements.speaker,
    })),
  );
