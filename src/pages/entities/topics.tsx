// Pages of topics.
import type { Topic } from '../../resources/topics/schema.ts';
import { h } from '../jsx.ts';
import type { Page } from '../layout.tsx';
import type { Asked, ListAnswer } from '../list.tsx';
import { CountLink, Link, Links, Words } from '../parts.tsx';
import type { View } from '../view.ts';
import { type EntityParts, entityPage } from './entity.tsx';
import { entitiesPage } from './entity-list.tsx';

export function topicPage(view: View, topic: Topic, parts: EntityParts): Page {
  const { t } = view;
  const { description, broader, narrower, statements } = topic;
  return entityPage(view, topic, {
    kind: t.topic,
    parts,
    all: statements.topic,
    intro: (
      <p>
        <Words view={view} texts={description} />
      </p>
    ),
    facts: [
      [t.broader, broader && <Link view={view} to={broader} />],
      [t.narrower, narrower.length > 0 && <Links view={view} to={narrower} />],
      [t.statements, <CountLink view={view} count={statements.topic} />],
    ],
  });
}

export const topicsPage = (view: View, answer: ListAnswer<Topic>, asked: Asked): Page =>
  entitiesPage(
    view,
    view.t.topics,
    answer,
    asked,
    answer.data.map(({ href, name, description, statements }) => ({
      href,
      name,
      about: <Words view={view} texts={description} />,
      count: statements.topic,
    })),
  );
