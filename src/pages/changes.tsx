// What changed since a state of the dataset.
import type { Change } from '../resources/changes/schema.ts';
import { changeNames } from './codes.ts';
import { date } from './intl.ts';
import { h } from './jsx.ts';
import type { Page } from './layout.tsx';
import { type Asked, type ListAnswer, ListPage } from './list.tsx';
import { Table, Tag } from './parts.tsx';
import { linked, type View } from './view.ts';

export function changesPage(view: View, answer: ListAnswer<Change>, asked: Asked): Page {
  const { t, language } = view;
  return ListPage(view, {
    title: t.changed,
    count: t.countRecords(answer.page.total),
    answer,
    asked,
    children: (
      <Table label={t.changed} head={[t.record, t.collection, t.change, t.when]}>
        {answer.data.map(({ id, href, collection, change, at, version }) => (
          <tr>
            <th scope="row">
              {change === 'removed' ? <bdi>{id}</bdi> : <a href={linked(view, href)}>{id}</a>}
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
