// A search over everything: hits of all kinds, best first, with what was found marked.
import { kinds, wordsFor } from '../records/kinds.ts';
import type { Claim } from '../resources/claims/schema.ts';
import type { SearchHit } from '../resources/search/schema.ts';
import type { Statement } from '../resources/statements/schema.ts';
import { claimTitle, Voice } from './claims.tsx';
import { h } from './jsx.ts';
import type { Page } from './layout.tsx';
import { type ListAnswer, ListPage } from './list.tsx';
import { Choice } from './list-controls.tsx';
import { rangesAt, Snippet } from './marks.tsx';
import { Tag, Words } from './parts.tsx';
import { StatementContext } from './statement-card.tsx';
import { linked, pathWith, textFor, type View } from './view.ts';

/** The kinds that the page offers to narrow the search to. */
const shownKinds = ['statement', ...kinds.filter((kind) => kind !== 'statement')] as const;

/** The most snippets of one hit. */
const mostSnippets = 2;

/** The records behind the hits of two kinds, by id: what tells these hits apart is not in them. */
export interface HitRecords {
  claims: ReadonlyMap<string, Claim>;
  statements: ReadonlyMap<string, Statement>;
}

/** The path of the text that a hit shows as its title, before the language. */
const titlePath = /^\/(?:name|gist)\//;

/** Texts that people read and that the hit does not show anyway: not ids and paths, the title, and who speaks about whom. */
const isNews = ({ path }: SearchHit['highlights'][number]): boolean =>
  !/\/(?:id|href|kind)$/.test(path) && !titlePath.test(path) && !/^\/(?:speakers|mentions)\//.test(path);

/** A hit by its title; a claim by what it says, as the search knows only its event. */
function Title({ view, hit, claim }: { view: View; hit: SearchHit; claim: Claim | undefined }) {
  const { title, highlights } = hit;
  if (claim) return <span>{`${textFor(view, title).text}: ${claimTitle(view, claim)}`}</span>;
  const rangesIn = (language: string) =>
    rangesAt(highlights, `/name/${language}`) ?? rangesAt(highlights, `/gist/${language}`);
  return <Words view={view} texts={title} ranges={rangesIn} />;
}

/** One hit: its title, its kind, whose it is, and where else the words were found. */
function Hit({ view, hit, records }: { view: View; hit: SearchHit; records: HitRecords }) {
  const claim = hit.kind === 'claim' ? records.claims.get(hit.id) : undefined;
  const statement = hit.kind === 'statement' ? records.statements.get(hit.id) : undefined;
  return (
    <li>
      <h2 class="gist">
        <a href={linked(view, hit.href)}>
          <Title view={view} hit={hit} claim={claim} />
        </a>{' '}
        <Tag>{wordsFor(hit.kind).one[view.language]}</Tag>
      </h2>
      {statement && <StatementContext view={view} statement={statement} />}
      {claim && (
        <p class="who">
          <Voice view={view} claim={claim} isPlaced />
        </p>
      )}
      {hit.highlights
        .filter(isNews)
        .slice(0, mostSnippets)
        .map((highlight) => (
          <p>
            <Snippet view={view} highlight={highlight} />
          </p>
        ))}
    </li>
  );
}

export function searchPage(view: View, answer: ListAnswer<SearchHit>, records: HitRecords): Page {
  const { t, language } = view;
  const words = view.query.get('q') ?? '';
  const page = ListPage(view, {
    title: t.resultsFor(words),
    count: t.countResults(answer.page.total),
    answer,
    asked: { chips: [], sorts: [], sort: '' },
    intro: (
      <Choice
        view={view}
        label={t.kind}
        parameter="kind"
        values={shownKinds.map((kind) => [kind, wordsFor(kind).one[language]] as const)}
      >
        <li>
          <a href={linked(view, pathWith('/statements', new URLSearchParams({ q: words })))}>
            {t.inStatements}
          </a>
        </li>
      </Choice>
    ),
    children: (
      <ol class="hits">
        {answer.data.map((hit) => (
          <Hit view={view} hit={hit} records={records} />
        ))}
      </ol>
    ),
  });
  return { ...page, search: words, isUnlisted: true };
}
