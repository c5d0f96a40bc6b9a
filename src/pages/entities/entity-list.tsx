// A list of entities: for each its name, what it is, and the statements behind it.
import type { Count } from '../../records/references.ts';
import type { Texts } from '../../records/texts.ts';
import { type Child, h } from '../jsx.ts';
import type { Page } from '../layout.tsx';
import { type Asked, itemListNode, type ListAnswer, ListPage } from '../list.tsx';
import { CountLink, Link, Table } from '../parts.tsx';
import { named, type View } from '../view.ts';

/** A row of a list of entities: its name, what it is, and the statements behind it. */
interface Row {
  href: string;
  name: Texts;
  about: Child;
  count: Count;
}

export function entitiesPage(
  view: View,
  title: string,
  answer: ListAnswer<unknown>,
  asked: Asked,
  rows: Row[],
): Page {
  const { t } = view;
  const page = ListPage(view, {
    title,
    count: t.countRecords(answer.page.total),
    answer,
    asked,
    children: (
      <Table label={title} head={[t.name, t.inShort, t.statements]}>
        {rows.map(({ href, name, about, count }) => (
          <tr>
            <th scope="row">
              <Link view={view} to={{ href, name }} />
            </th>
            <td>{about}</td>
            <td>
              <CountLink view={view} count={count} />
            </td>
          </tr>
        ))}
      </Table>
    ),
  });
  const items = rows.map(({ href, name }) => ({ href, name: named(view, { name }) }));
  return { ...page, linkedData: itemListNode(view, answer.page.total, items) };
}
