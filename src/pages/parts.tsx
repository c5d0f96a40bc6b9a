// Small parts that several pages share: links to records, headings, facts, remarks, tables.
import type { Count, Reference } from '../records/references.ts';
import type { Texts } from '../records/texts.ts';
import { date, languageName, number } from './intl.ts';
import { type Child, escapeHtml, Fragment, Html, h } from './jsx.ts';
import { Marked } from './marks.tsx';
import { languageOf, linked, textFor, type View } from './view.ts';

/** A link to a record, by its name in the reader's language. */
export const Link = ({ view, to }: { view: View; to: Pick<Reference, 'name' | 'href'> }) => (
  <a href={linked(view, to.href)}>
    <Words view={view} texts={to.name} />
  </a>
);

/** A text in the reader's language or the record's, which then says its language and direction; with what was found in it marked. */
export function Words({
  view,
  texts,
  ranges,
}: {
  view: View;
  texts: Texts;
  ranges?: ((language: string) => Parameters<typeof Marked>[0]['ranges']) | undefined;
}) {
  const { language, text } = textFor(view, texts);
  const marked = ranges ? <Marked text={text} ranges={ranges(language)} /> : new Html(escapeHtml(text));
  return language === view.language ? marked : <bdi {...languageOf(view, language)}>{marked}</bdi>;
}

/** Links to records, one after another. */
export const Links = ({ view, to }: { view: View; to: readonly Reference[] }) => (
  <Fragment>
    {to.map((each, at) => (
      <Fragment>
        {at > 0 && view.t.comma}
        <Link view={view} to={each} />
      </Fragment>
    ))}
  </Fragment>
);

/** A number of records as a link to the list that holds exactly these. */
export const CountLink = ({ view, count }: { view: View; count: Count }) =>
  count.count === 0 ? (
    <span class="n">0</span>
  ) : (
    <a class="n" href={linked(view, count.href)}>
      {number(view, count.count)}
    </a>
  );

/** A link to the whole of what a page shows the first of, with how many there are in all where that is given. */
export const ShowAll = ({ view, href, count }: { view: View; href: string; count?: string }) => (
  <a class="all" href={linked(view, href)}>
    {view.t.showAll}
    {count && `: ${count}`}
  </a>
);

export const Day = ({ view, day }: { view: View; day: string }) => (
  <time datetime={day}>{date(view, day)}</time>
);

/** What a page is about, with what is above it. */
export const Heading = ({ title, kind, children }: { title: Child; kind?: Child; children?: Child }) => (
  <header class="heading">
    {kind && <p class="kind">{kind}</p>}
    <h1>{title}</h1>
    {children}
  </header>
);

/** Facts as a list of terms; rows without a value are left out. */
export function Facts({ rows }: { rows: readonly (readonly [string, Child])[] }) {
  const stated = rows.filter(([, value]) => value !== null && value !== undefined && value !== false);
  if (stated.length === 0) return null;
  return (
    <dl class="facts">
      {stated.map(([term, value]) => (
        <div>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A short remark in a frame of its own colour; the colour repeats what the text says. */
export const Tag = ({ tone, children }: { tone?: 'differ' | 'good'; children?: Child }) => (
  <span class={tone ? `tag ${tone}` : 'tag'}>{children}</span>
);

/** What a reader must know, where the record says it. */
export const Note = ({ view, texts }: { view: View; texts: Texts | null }) =>
  texts && (
    <p class="note">
      <span class="label">{noteLabel(view, texts)}</span> <Words view={view} texts={texts} />
    </p>
  );

/** Says who writes here; and in which language, where it is not that of the page. */
function noteLabel(view: View, texts: Texts): string {
  const { language } = textFor(view, texts);
  const { editorsNote } = view.t;
  return language === view.language ? `${editorsNote}:` : `${editorsNote} (${languageName(view, language)}):`;
}

/** A table that scrolls by itself where it is wider than the page. */
export const Table = ({
  label,
  head,
  children,
  kind,
}: {
  label: string;
  head: readonly string[];
  children?: Child;
  kind?: string;
}) => (
  <div class="scroll">
    <table class={kind}>
      <caption class="hidden">{label}</caption>
      <thead>
        <tr>
          {head.map((text) => (
            <th scope="col">{text}</th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
);
