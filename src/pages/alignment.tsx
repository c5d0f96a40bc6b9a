// Two renditions laid word over word: what the one adds, drops, replaces or spells differently, by colour and by sign.

import { directionOf } from '../records/languages.ts';
import type { RenditionPair } from '../resources/comparison/schema.ts';
import { type Child, Fragment, h } from './jsx.ts';
import type { View } from './view.ts';

type Stretch = RenditionPair['stretches'][number];

/** The sign of each difference; it says the same as its colour. */
const signs: Record<Stretch['kind'], string> = {
  equal: '',
  spelling: '≈',
  form: '~',
  replaced: '⇄',
  dropped: '−',
  added: '+',
};

/** A pair seen from its right side: what was dropped was added. */
const turned: Record<Stretch['kind'], Stretch['kind']> = {
  equal: 'equal',
  spelling: 'spelling',
  form: 'form',
  replaced: 'replaced',
  dropped: 'added',
  added: 'dropped',
};

/** The stretches of a pair with the rendition of that id on the left. */
export const stretchesFrom = ({ left, stretches }: RenditionPair, id: string): Stretch[] =>
  left === id
    ? stretches
    : stretches.map((stretch) => ({ kind: turned[stretch.kind], left: stretch.right, right: stretch.left }));

const textOf = (spans: Stretch['left']): string => spans.map(({ text }) => text).join(' … ');

/** One column of the alignment: a word, or a few, over what stands at the same place in the other rendition. */
interface Column {
  kind: Stretch['kind'];
  over: string;
  under: string;
}

/** Runs of equal words are cut into words, so that lines can break between them. */
function columnsOf(stretches: readonly Stretch[]): Column[] {
  return stretches.flatMap(({ kind, left, right }) => {
    const [over, under] = [textOf(left), textOf(right)];
    const [upper, lower] = [over.split(/\s+/u), under.split(/\s+/u)];
    if (kind !== 'equal' || upper.length !== lower.length) return [{ kind, over, under }];
    return upper.map((word, at) => ({ kind, over: word, under: lower[at] as string }));
  });
}

/** The alignment as two lines that break together. The list of differences says the same in words. */
export function Alignment({
  view,
  stretches,
  language,
}: {
  view: View;
  stretches: readonly Stretch[];
  language: string;
}) {
  const differences = stretches.filter(({ kind }) => kind !== 'equal');
  if (differences.length === 0) return <p class="same">{view.t.sameWords}</p>;
  return (
    <Fragment>
      <div class="aligned" lang={language} dir={directionOf(language)} aria-hidden="true">
        {columnsOf(stretches).map(({ kind, over, under }) => (
          <span class={`column ${kind}`}>
            <span>{over === '' ? ' ' : over}</span>
            <span>
              {signs[kind]} {under}
            </span>
          </span>
        ))}
      </div>
      <ul class="differences">
        {differences.map((stretch) => (
          <Difference view={view} stretch={stretch} language={language} />
        ))}
      </ul>
    </Fragment>
  );
}

function Difference({ view: { t }, stretch, language }: { view: View; stretch: Stretch; language: string }) {
  const { kind, left, right } = stretch;
  const Words = ({ children }: { children?: Child }) => (
    <bdi class="w" lang={language}>
      {children}
    </bdi>
  );
  const over = <Words>{textOf(left)}</Words>;
  const under = <Words>{textOf(right)}</Words>;
  const verb = {
    equal: '',
    added: t.adds,
    dropped: t.drops,
    replaced: t.replaces,
    spelling: t.spells,
    form: t.otherForm,
  }[kind];
  return (
    <li class={kind}>
      <span class="sign" aria-hidden="true">
        {signs[kind]}
      </span>{' '}
      {verb} {kind === 'added' ? under : over}
      {kind !== 'added' && kind !== 'dropped' && (
        <Fragment>
          {' '}
          {t.by} {under}
        </Fragment>
      )}
    </li>
  );
}
