// What changed since a state of the dataset.
import type { Texts } from '../records/texts.ts';
import type { Change } from '../resources/changes/schema.ts';
import { changeNames } from './codes.ts';
import { date } from './intl.ts';
import { h } from './jsx.ts';
import type { Page } from './layout.tsx';
import { type Asked, type ListAnswer, ListPage } from './list.tsx';
import { Table, Tag, Words } from './parts.tsx';
import { linked, type View } from './view.ts';

/** The page, with the names of the records in the order of the changes; null for what was removed. */
export function changesPage(
  view: View,
  answer: ListAnswer<Change>,
  asked: Asked,
  names: readonly (Texts | null)[],
): Page {
  const { t, language } = view;
  return ListPage(view, {
    title: t.changed,
    count: t.countRecords(answer.page.total),
    answer,
    asked,
    children: (
      <Table label={t.changed} head={[t.record, t.collection, t.change, t.when]}>
        {answer.data.map(({ id, href, collection, change, at, version }, row) => (
          <tr>
            <th scope="row">
              {change === 'removed' ? (
                <bdi>{id}</bdi>
              ) : (
                <a href={linked(view, href)}>
                  {names[row] ? <Words view={view} texts={names[row]} /> : <bdi>{id}</bdi>}
                </a>
              )}
            </th>
            <td>{t[collection]}</td>
            <td>
              <Tag>{changeNames[change][language]}</Tag>
            </td>
            <td>
              <time datetime={at}>{date(view, at)}</time> <bdi class="mono n">{version}</bdi>
            </td>
          </tr>
        ))}
      </Table>
    ),
  });
}
