// GET /statements by each filter: what a careful reader of the articles would list, and what must not be in it.
import { readFileSync } from 'node:fs';
import t from 'tap';
import { inProject } from '../../../src/project.ts';
import { testApp } from '../../support/app.ts';
import { idsOf, type ListBody } from '../../support/lists.ts';
import { statementsWhere, urlOf, valuesOf } from '../../support/oracle.ts';
import { type Scenario, tryScenarios } from '../../support/scenarios.ts';
import { seeds } from '../../support/seeds.ts';

/** Ids chosen by reading the articles; the whole list is compared with the seeds besides. */
const scenarios: Scenario[] = [
  {
    asked: 'speaker=putin',
    holds: ['putin-good-direct-contacts', 'putin-next-talks-in-moscow', 'leaders-progress-in-talks'],
    lacks: ['trump-putin-wants-war-to-end', 'trump-putin-remarks-profound', 'kremlin-talks-went-very-well'],
  },
  {
    asked: 'speaker=trump',
    holds: ['trump-ten-out-of-ten', 'trump-putin-wants-war-to-end', 'leaders-progress-in-talks'],
    lacks: ['putin-trump-wants-resolution', 'white-house-summit-historic', 'leavitt-listening-exercise'],
  },
  {
    asked: 'speaker=kremlin',
    holds: ['kremlin-talks-went-very-well'],
    lacks: ['putin-talks-constructive', 'belousov-atmosphere-excellent'],
  },
  {
    asked: 'speaker=russian-state-media',
    holds: ['russian-state-media-talks-positive'],
    lacks: ['russian-media-summit-a-win', 'tass-end-of-russia-isolation'],
  },
  {
    asked: 'outlet=xinhua',
    holds: ['putin-tragedy-and-wound', 'putin-arctic-cooperation', 'zelensky-hopes-for-trilateral-talks'],
    lacks: ['putin-good-direct-contacts', 'trump-prisoner-exchange', 'zelensky-ukraine-ready'],
  },
  {
    asked: 'outlet=bbc',
    holds: ['putin-no-obstacles-to-peace', 'trump-prisoner-exchange', 'trump-will-try-to-regain-territory'],
    lacks: ['putin-alaska-shared-history', 'trump-will-visit-moscow', 'trump-no-deal-until-deal'],
  },
  {
    asked: 'outlet=cnbc',
    holds: ['putin-next-talks-in-moscow', 'trump-meeting-productive'],
    lacks: ['trump-few-points-left', 'trump-no-deal-until-deal'],
  },
  {
    asked: 'outlet=fox-news',
    holds: ['trump-great-soldiers', 'trump-new-start-for-relations'],
    lacks: ['trump-ten-out-of-ten', 'trump-no-deal-until-deal'],
  },
  {
    asked: 'outlet=unstated',
    holds: ['putin-good-direct-contacts', 'trump-prisoner-exchange', 'zelensky-ukraine-ready'],
    lacks: ['putin-arctic-cooperation', 'putin-tragedy-and-wound', 'zelensky-hopes-for-trilateral-talks'],
  },
  {
    asked: 'speaker=trump&outlet=cnbc',
    holds: ['trump-meeting-productive'],
    lacks: ['putin-next-talks-in-moscow', 'trump-few-points-left', 'trump-great-soldiers'],
  },
  {
    asked: 'place=russia',
    holds: ['kremlin-talks-went-very-well'],
    lacks: ['putin-next-talks-in-moscow', 'tass-end-of-russia-isolation', 'russian-media-summit-a-win'],
  },
  {
    asked: 'place=alaska',
    holds: ['putin-mutual-respect', 'trump-great-progress', 'putin-thanks-trump'],
    lacks: ['kremlin-talks-went-very-well', 'trump-great-soldiers', 'zelensky-ukraine-ready'],
  },
  {
    asked: 'place=north-america',
    holds: ['putin-mutual-respect', 'trump-great-progress'],
    lacks: ['kremlin-talks-went-very-well', 'trump-great-soldiers'],
  },
  {
    asked: 'event=alaska-2025',
    holds: ['putin-thanks-trump', 'trump-great-progress', 'zelensky-ukraine-ready', 'trump-praises-meeting'],
    lacks: [
      'zelensky-hopes-for-trilateral-talks',
      'belousov-atmosphere-excellent',
      'tass-end-of-russia-isolation',
    ],
  },
  {
    asked: 'event=alaska-2025-zelensky-post',
    holds: ['zelensky-ukraine-ready', 'zelensky-leaders-meeting-needed'],
    lacks: ['zelensky-hopes-for-trilateral-talks', 'putin-mutual-respect'],
  },
  {
    asked: 'topic=ukraine-war',
    holds: ['trump-prisoner-exchange', 'putin-lasting-settlement', 'putin-no-obstacles-to-peace'],
    lacks: ['darchiev-flights-discussed', 'putin-alaska-shared-history', 'trump-ten-out-of-ten'],
  },
  {
    asked: 'topic=economic-cooperation',
    holds: ['putin-arctic-cooperation', 'putin-trade-and-investment-potential'],
    lacks: ['darchiev-flights-discussed', 'putin-root-causes'],
  },
  {
    asked: 'mention=zelensky',
    means: 'mention=person/zelensky',
    holds: ['trump-asks-zelensky-to-make-deal', 'trump-up-to-nato-and-zelensky'],
    lacks: ['zelensky-ukraine-ready', 'zelensky-hopes-for-trilateral-talks'],
  },
  {
    asked: 'mention=north-america',
    means: 'mention=place/north-america',
    holds: ['putin-alaska-shared-history', 'trump-meeting-productive', 'putin-correct-the-course'],
    lacks: ['trump-great-soldiers', 'putin-arctic-cooperation'],
  },
  {
    asked: 'mention=alaska-2025',
    means: 'mention=event/alaska-2025',
    holds: ['kremlin-talks-went-very-well', 'trump-ten-out-of-ten'],
    lacks: ['trump-great-soldiers', 'putin-arctic-cooperation'],
  },
  {
    asked: 'addressee=journalists',
    holds: ['trump-prisoner-exchange', 'trump-will-tell-putin-to-end-war'],
    lacks: ['trump-great-soldiers', 'putin-next-talks-in-moscow'],
  },
  {
    asked: 'addressee=putin',
    holds: ['trump-will-be-in-touch-with-putin', 'trump-thanks-putin-and-team'],
    lacks: ['trump-will-meet-putin-again', 'putin-thanks-trump'],
  },
  {
    asked: 'source=article-003',
    holds: ['putin-root-causes', 'zelensky-hopes-for-trilateral-talks'],
    lacks: ['zelensky-ukraine-ready', 'putin-good-direct-contacts'],
  },
  {
    asked: 'mode=mixed',
    holds: ['putin-mutual-respect', 'belousov-atmosphere-excellent'],
    lacks: ['putin-good-direct-contacts', 'tass-end-of-russia-isolation'],
  },
  {
    asked: 'mode=direct',
    holds: ['putin-good-direct-contacts', 'zelensky-ukraine-ready'],
    lacks: ['putin-mutual-respect', 'leavitt-listening-exercise'],
  },
  {
    asked: 'country=UA',
    holds: ['zelensky-ukraine-ready', 'zelensky-hopes-for-trilateral-talks'],
    lacks: ['trump-asks-zelensky-to-make-deal', 'putin-mutual-respect'],
  },
  {
    asked: 'country=RU',
    holds: ['putin-mutual-respect', 'tass-international-cooperation', 'leaders-progress-in-talks'],
    lacks: ['trump-thanks-putin-and-team', 'zelensky-ukraine-ready'],
  },
  {
    asked: 'speaker=putin,zelensky',
    holds: ['putin-mutual-respect', 'zelensky-ukraine-ready'],
    lacks: ['trump-ten-out-of-ten', 'darchiev-flights-discussed'],
  },
  {
    asked: 'speaker.all=putin,trump',
    holds: ['leaders-progress-in-talks'],
    lacks: ['putin-mutual-respect', 'trump-ten-out-of-ten'],
  },
  {
    asked: 'speaker=!putin,trump',
    holds: ['zelensky-ukraine-ready', 'kremlin-talks-went-very-well'],
    lacks: ['putin-mutual-respect', 'trump-ten-out-of-ten', 'leaders-progress-in-talks'],
  },
  {
    asked: 'speaker=putin&speaker=zelensky',
    holds: ['putin-mutual-respect', 'zelensky-ukraine-ready'],
    lacks: ['trump-ten-out-of-ten', 'darchiev-flights-discussed'],
  },
  {
    asked: 'speaker=!putin&speaker=!trump',
    holds: ['zelensky-ukraine-ready', 'kremlin-talks-went-very-well'],
    lacks: ['putin-mutual-respect', 'trump-ten-out-of-ten', 'leaders-progress-in-talks'],
  },
  {
    asked: 'speaker=putin,zelensky&speaker.all=trump',
    holds: ['leaders-progress-in-talks'],
    lacks: ['putin-mutual-respect', 'trump-ten-out-of-ten', 'zelensky-ukraine-ready'],
  },
  {
    asked: 'speaker=putin&speaker=!trump',
    holds: ['putin-mutual-respect'],
    lacks: ['leaders-progress-in-talks', 'trump-ten-out-of-ten'],
  },
  {
    asked: 'outlet.all=xinhua&outlet.all=unstated',
    holds: ['putin-mutual-respect', 'trump-meeting-productive'],
    lacks: ['putin-tragedy-and-wound', 'putin-good-direct-contacts'],
  },
  {
    asked: 'topic=peace-settlement&topic=!territory',
    holds: ['putin-lasting-settlement', 'trump-good-chance-of-deal'],
    lacks: ['trump-will-try-to-regain-territory', 'trump-changes-of-territorial-control'],
  },
  {
    asked: 'mode.all=direct,indirect&source=article-000',
    holds: ['putin-agreements-starting-point'],
    lacks: ['trump-on-way-to-solving-most-issues', 'putin-root-causes'],
  },
];

t.test('each scenario holds what it must, lacks what it must not, and nothing else', (t) =>
  tryScenarios(t, 'statements', scenarios),
);

t.test('every value of every facet answers what the seeds hold', async (t) => {
  const { get } = await testApp(t);
  const facets = 'speaker outlet topic place event source addressee mention mode language country'.split(' ');
  for (const facet of facets) {
    const values = valuesOf(seeds, facet);
    t.not(values.length, 0, `${facet} has values`);
    for (const value of values) {
      const conditions = [[facet, value] as const];
      t.same(
        await idsOf(get, urlOf('/statements', conditions)),
        statementsWhere(seeds, conditions),
        `${facet}=${value}`,
      );
    }
  }
});

t.test('every topic answers, with those under it', async (t) => {
  const { get } = await testApp(t);
  for (const { id } of seeds.topic) {
    const { page } = await get<ListBody>(`/statements?topic=${id}`);
    t.equal(page.total, statementsWhere(seeds, [['topic', id]]).length, `topic=${id}`);
    t.ok(page.total > 0, `topic=${id} is about something`);
  }
});

t.test('a known thing that nothing answers to is an empty list, not an error', async (t) => {
  const { get } = await testApp(t);
  for (const asked of ['speaker=g7', 'place=kyiv', 'language=fr', 'country=CN', 'outlet=tass']) {
    const body = await get<ListBody>(`/statements?${asked}`);
    t.match(body, { data: [], page: { total: 0, next: null } }, asked);
    t.same(statementsWhere(seeds, [...new URLSearchParams(asked)]), [], `${asked}: in the seeds neither`);
  }
});

t.test("README's first question: what Putin said that several sources report", async (t) => {
  const { get } = await testApp(t);
  const [, url = ''] =
    /'http:\/\/127\.0\.0\.1:3000(\/statements[^']*)'/.exec(readFileSync(inProject('README.md'), 'utf8')) ??
    [];
  const reportedTwice = seeds.statement.filter(
    ({ speakers, renditions }) =>
      speakers.includes('putin') && new Set(renditions.map(({ source }) => source)).size > 1,
  );
  const { page, data } = await get<ListBody<{ reported: { sources: number } }>>(url);
  t.equal(page.total, reportedTwice.length);
  t.equal(page.total, 18);
  t.ok(data.every(({ reported }) => reported.sources > 1));
});
