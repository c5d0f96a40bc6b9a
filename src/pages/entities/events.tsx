// The list of events.
import type { Event } from '../../resources/events/schema.ts';
import { eventKindNames } from '../codes.ts';
import { date } from '../intl.ts';
import type { Page } from '../layout.tsx';
import type { Asked, ListAnswer } from '../list.tsx';
import type { View } from '../view.ts';
import { entitiesPage } from './entity-list.tsx';

export const eventsPage = (view: View, answer: ListAnswer<Event>, asked: Asked): Page =>
  entitiesPage(
    view,
    view.t.events,
    answer,
    asked,
    answer.data.map(({ href, name, kind, start, statements }) => ({
      href,
      name,
      about: [eventKindNames[kind][view.language], start && ` · ${date(view, start)}`],
      count: statements.event,
    })),
  );
