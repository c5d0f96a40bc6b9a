// A search over everything: hits of all kinds, best first, with what was found marked.
import { kinds, wordsFor } from '../records/kinds.ts';
import type { Claim } from '../resources/claims/schema.ts';
import type { SearchHit } from '../resources/search/schema.ts';
import { claimTitle } from './claims.tsx';
import { h } from './jsx.ts';
import type { Page } from './layout.tsx';
import { type ListAnswer, ListPage } from './list.tsx';
import { Snippet } from './marks.tsx';
import { Tag } from './parts.tsx';
import { changed, linked, pathWith, textFor, type View } from './view.ts';

/** The kinds that the page offers to narrow the search to. */
const shownKinds = ['statement', ...kinds.filter((kind) => kind !== 'statement')] as const;

/** The most snippets of one hit. */
const mostSnippets = 2;

/** What to call a hit: a claim by what it says, as the search knows only its event. */
const titleOf = (view: View, { id, title }: SearchHit, claims: ReadonlyMap<string, Claim>): string => {
  const claim = claims.get(id);
  const { text } = textFor(view, title);
  return claim ? `${text}: ${claimTitle(view, claim)}` : text;
};

/** Texts that people read: not ids and paths. */
const isReadable = ({ path }: SearchHit['highlights'][number]): boolean => !/\/(?:id|href|kind)$/.test(path);

export function searchPage(
  view: View,
  answer: ListAnswer<SearchHit>,
  claims: ReadonlyMap<string, Claim>,
): Page {
  const { t, language } = view;
  const words = view.query.get('q') ?? '';
  const chosen = view.query.get('kind');
  const page = ListPage(view, {
    title: t.resultsFor(words),
    count: t.countResults(answer.page.total),
    answer,
    asked: { chips: [], sorts: [], sort: '' },
    intro: (
      <nav aria-label={t.kind}>
        <ul class="chips">
          <li>
            <a
              href={linked(view, changed(view, 'kind', null))}
              aria-current={chosen === null ? 'true' : undefined}
            >
              {t.all}
            </a>
          </li>
          {shownKinds.map((kind) => (
            <li>
              <a
                href={linked(view, changed(view, 'kind', kind))}
                aria-current={chosen === kind ? 'true' : undefined}
              >
                {wordsFor(kind).one[language]}
              </a>
            </li>
          ))}
          <li>
            <a href={linked(view, pathWith('/statements', new URLSearchParams({ q: words })))}>
              {t.inStatements}
            </a>
          </li>
        </ul>
      </nav>
    ),
    children: (
      <ol class="hits">
        {answer.data.map((hit) => (
          <li>
            <h2 class="gist">
              <a href={linked(view, hit.href)}>{titleOf(view, hit, claims)}</a>{' '}
              <Tag>{wordsFor(hit.kind).one[language]}</Tag>
            </h2>
            {hit.highlights
              .filter(isReadable)
              .slice(0, mostSnippets)
              .map((highlight) => (
                <p>
                  <Snippet view={view} highlight={highlight} />
                </p>
              ))}
          </li>
        ))}
      </ol>
    ),
  });
  return { ...page, search: words, isUnlisted: true };
}
