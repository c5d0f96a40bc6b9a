// The list of renditions: each with its statement in short, its words and how they are introduced; facets with counts.
import type { Highlights } from '../http/lists/highlights.ts';
import type { Passage } from '../resources/renditions/schema.ts';
import { Filters } from './filters.tsx';
import { h } from './jsx.ts';
import type { Page } from './layout.tsx';
import { type Asked, type ListAnswer, ListPage } from './list.tsx';
import { Link, Words } from './parts.tsx';
import { Introduction } from './rendition.tsx';
import { StatementContext } from './statement-card.tsx';
import { titleOf } from './statements.tsx';
import { linked, type View } from './view.ts';
import { WordsOfPassage } from './words-of-passage.tsx';

export type FoundPassage = Passage & { highlights?: Highlights };

export function renditionsPage(view: View, answer: ListAnswer<FoundPassage>, asked: Asked): Page {
  const { t } = view;
  const page = ListPage(view, {
    title: titleOf(view, t.renditions, asked.chips),
    count: t.countRenditions(answer.page.total),
    answer,
    asked,
    intro: (
      <a class="to-filters" href="#filters">
        {t.filters}
      </a>
    ),
    children: answer.data.map((passage) => <PassageCard view={view} passage={passage} />),
  });
  return {
    ...page,
    search: view.query.get('q') ?? undefined,
    main: (
      <div class="with-aside">
        {page.main}
        <Filters view={view} unit="rendition" facets={answer.facets ?? {}} />
      </div>
    ),
  };
}

const PassageCard = ({ view, passage }: { view: View; passage: FoundPassage }) => (
  <article class="card">
    <StatementContext view={view} statement={passage.statement} />
    <h2 class="gist">
      <a href={linked(view, passage.href)}>
        <Words view={view} texts={passage.statement.gist} />
      </a>
    </h2>
    <WordsOfPassage view={view} rendition={passage} />
    <p class="carried">
      <Link view={view} to={passage.source} />
    </p>
    <Introduction view={view} rendition={passage} />
  </article>
);
