// The cross table of two facets, cell by cell with the fullest first, as bars.
import type { Unit } from '../http/lists/facets/unit.ts';
import type { Reference } from '../records/references.ts';
import { COMMAS } from '../text/name-key.ts';
import { parameterName } from './codes.ts';
import { h } from './jsx.ts';
import type { Page } from './layout.tsx';
import { type Asked, type ListAnswer, ListPage } from './list.tsx';
import { CountLink, Table, Words } from './parts.tsx';
import { Strip } from './position.tsx';
import { CountedUnit } from './unit.tsx';
import type { View } from './view.ts';

interface Cell {
  values: readonly { facet: string; id: string; name: Reference['name'] }[];
  count: number;
  href: string;
}

export type CrossTableAnswer = ListAnswer<Cell> & Unit;

export function crossTablePage(view: View, answer: CrossTableAnswer, asked: Asked): Page {
  const { t, language } = view;
  const { data, page, unit } = answer;
  const unitName = unit === 'statement' ? t.statements : t.renditions;
  const facets = (view.query.get('by') ?? '')
    .split(COMMAS)
    .map((name) => parameterName(name.trim(), language));
  const title = `${unitName}: ${facets.join(' × ')}`;
  const most = Math.max(1, ...data.map(({ count }) => count));
  return {
    ...ListPage(view, {
      title,
      count: t.countRows(page.total),
      answer,
      asked,
      intro: <CountedUnit view={view} unit={answer} />,
      children: (
        <Table label={title} head={[...facets, t.share, unitName]} kind="bars stack">
          {data.map(({ values: [one, other], count, href }) => (
            <tr>
              <th scope="row">{one && <Words view={view} texts={one.name} />}</th>
              <td>{other && <Words view={view} texts={other.name} />}</td>
              <td class="bar">
                <Strip view={view} bars={[{ from: 0, to: count / most }]} />
              </td>
              <td>
                <CountLink view={view} count={{ count, href }} />
              </td>
            </tr>
          ))}
        </Table>
      ),
    }),
    isUnlisted: true,
  };
}
