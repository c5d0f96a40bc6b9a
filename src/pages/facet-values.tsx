// All values of one facet, as the list beside which it stands shows the first of them.
import type { FacetValue } from '../http/lists/facets/facet.ts';
import type { Unit } from '../http/lists/facets/unit.ts';
import { parameterName } from './codes.ts';
import { h } from './jsx.ts';
import type { Page } from './layout.tsx';
import { type Asked, type ListAnswer, ListPage } from './list.tsx';
import { CountedValue } from './list-controls.tsx';
import { CountedUnit } from './unit.tsx';
import type { View } from './view.ts';

export type FacetAnswer = ListAnswer<FacetValue> & Unit;

export function facetValuesPage(view: View, answer: FacetAnswer, asked: Asked): Page {
  const { t, language } = view;
  const name = view.path.split('/').at(-1) ?? '';
  return {
    ...ListPage(view, {
      title: `${answer.unit === 'statement' ? t.statements : t.renditions}: ${parameterName(name, language)}`,
      count: t.countValues(answer.page.total),
      answer,
      asked,
      intro: <CountedUnit view={view} unit={answer} />,
      children: (
        <ul class="facet columns">
          {answer.data.map((value) => (
            <CountedValue view={view} value={value} />
          ))}
        </ul>
      ),
    }),
    isUnlisted: true,
  };
}
