// The list of sources.
import type { Source } from '../../resources/sources/schema.ts';
import { date } from '../intl.ts';
import type { Page } from '../layout.tsx';
import type { Asked, ListAnswer } from '../list.tsx';
import { named, type View } from '../view.ts';
import { entitiesPage } from './entity-list.tsx';

export const sourcesPage = (view: View, answer: ListAnswer<Source>, asked: Asked): Page =>
  entitiesPage(
    view,
    view.t.sources,
    answer,
    asked,
    answer.data.map(({ href, name, outlet, publishedOn, statements }) => ({
      href,
      name,
      about: [outlet ? named(view, outlet) : view.t.unstated, publishedOn && ` · ${date(view, publishedOn)}`],
      count: statements.source,
    })),
  );
