// What the codes of errors mean: a page for each, and one with all.
import type { ProblemCode } from '../http/problems/codes.ts';
import { problemTexts } from './codes.ts';
import { Fragment, h } from './jsx.ts';
import type { Page } from './layout.tsx';
import { Heading } from './parts.tsx';
import { linked, type View } from './view.ts';

/** What a code means, in the reader's language. */
export const problemText = ({ language }: View, code: ProblemCode): { title: string; wayOut: string } => {
  const { title, wayOut } = problemTexts[code];
  return { title: title[language], wayOut: wayOut[language] };
};

/** A page about one error code. */
export function problemCodePage(view: View, { code, status }: { code: ProblemCode; status: number }): Page {
  const { title, wayOut } = problemText(view, code);
  return {
    title,
    description: wayOut,
    main: (
      <Fragment>
        <Heading
          title={title}
          kind={
            <Fragment>
              {status} · <bdi class="mono">{code}</bdi>
            </Fragment>
          }
        />
        <p>
          <b>{view.t.wayOut}:</b> {wayOut}
        </p>
        <p>
          <a href={linked(view, '/problems')}>{view.t.problems}</a>
        </p>
      </Fragment>
    ),
  };
}

/** All error codes. */
export function problemCodesPage(view: View, codes: readonly { code: ProblemCode; status: number }[]): Page {
  const { t } = view;
  return {
    title: t.problems,
    description: t.problems,
    main: (
      <Fragment>
        <Heading title={t.problems} />
        <ul class="plain">
          {codes.map(({ code, status }) => (
            <li>
              <span class="n">{status}</span>{' '}
              <a href={linked(view, `/problems/${code}`)}>{problemText(view, code).title}</a>
            </li>
          ))}
        </ul>
      </Fragment>
    ),
  };
}
