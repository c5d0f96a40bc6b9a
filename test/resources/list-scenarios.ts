// Questions to the lists of the smaller collections, with records that the answer must hold and such that it must not. The records
// were chosen by reading the seeds; the rest of each answer is compared with what plain code finds in them.
import type { Scenario } from '../support/scenarios.ts';

export const scenarios: Readonly<Record<string, readonly Scenario[]>> = {
  people: [
    { asked: 'country=RU', holds: ['putin', 'lavrov', 'darchiev'], lacks: ['trump', 'zelensky'] },
    { asked: 'country=ru,ua', means: 'country=RU,UA', holds: ['putin', 'zelensky'], lacks: ['trump'] },
    { asked: 'country=!RU', holds: ['trump', 'zelensky'], lacks: ['putin'] },
    { asked: 'organization=kremlin', holds: ['putin'], lacks: ['trump', 'zelensky'] },
    { asked: 'organization=الكرملين', means: 'organization=kremlin', holds: ['putin'], lacks: ['trump'] },
    { asked: 'event=alaska-2025', holds: ['putin', 'trump', 'lavrov', 'witkoff'], lacks: ['darchiev'] },
    { asked: 'event=alaska-2025-talks', holds: ['lavrov', 'rubio'], lacks: ['zelensky', 'darchiev'] },
    {
      asked: 'event=alaska-2025&country=US',
      holds: ['trump', 'rubio', 'witkoff'],
      lacks: ['putin', 'leavitt'],
    },
    {
      asked: 'event.all=alaska-2025-talks,alaska-2025-arrival',
      holds: ['putin', 'trump'],
      lacks: ['lavrov'],
    },
    { asked: 'country=CN', holds: [], lacks: ['putin'] },
  ],
  organizations: [
    { asked: 'kind=government', holds: ['kremlin', 'white-house'], lacks: ['xinhua', 'us-state-department'] },
    { asked: 'kind=GOVERNMENT', means: 'kind=government', holds: ['kremlin'], lacks: ['nato'] },
    { asked: 'kind=collective', holds: ['journalists', 'russian-state-media'], lacks: ['tass', 'nato'] },
    {
      asked: 'kind=news-agency,broadcaster',
      holds: ['xinhua', 'tass', 'bbc'],
      lacks: ['rt', 'x', 'kremlin'],
    },
    { asked: 'kind=broadcaster&country=US', holds: ['cnbc', 'fox-news'], lacks: ['bbc', 'white-house'] },
    { asked: 'country=RU&kind=!news-agency', holds: ['kremlin', 'rt'], lacks: ['tass', 'white-house'] },
    { asked: 'country=!RU,US', holds: ['nato', 'xinhua', 'bbc'], lacks: ['kremlin', 'cnbc'] },
    { asked: 'kind=party', holds: [], lacks: ['kremlin'] },
  ],
  outlets: [
    { asked: 'kind=broadcaster', holds: ['bbc', 'cnbc', 'fox-news'], lacks: ['xinhua', 'rt', 'x'] },
    { asked: 'kind=platform', holds: ['x'], lacks: ['rt', 'bbc'] },
    { asked: 'country=RU', holds: ['tass', 'rt'], lacks: ['kremlin', 'bbc'] },
    { asked: 'country=cn', means: 'country=CN', holds: ['xinhua'], lacks: ['tass'] },
    { asked: 'kind=news-agency&country=!CN', holds: ['tass'], lacks: ['xinhua'] },
  ],
  places: [
    { asked: 'kind=city', holds: ['moscow', 'kyiv', 'anchorage'], lacks: ['alaska', 'elmendorf-richardson'] },
    {
      asked: 'within=united-states',
      holds: ['alaska', 'elmendorf-richardson'],
      lacks: ['united-states', 'kyiv'],
    },
    { asked: 'within=أميركا', means: 'within=united-states', holds: ['alaska'], lacks: ['moscow'] },
    {
      asked: 'within=north-america&kind=city',
      holds: ['anchorage', 'washington'],
      lacks: ['alaska', 'moscow'],
    },
    {
      asked: 'within=alaska,russia',
      holds: ['anchorage', 'moscow'],
      lacks: ['alaska', 'russia', 'washington'],
    },
    {
      asked: 'within=!north-america',
      holds: ['moscow', 'north-america', 'west'],
      lacks: ['alaska', 'anchorage'],
    },
    { asked: 'within=kyiv', holds: [], lacks: ['kyiv', 'ukraine'] },
  ],
  topics: [
    {
      asked: 'broader=us-russia-relations',
      holds: ['arctic-cooperation', 'air-links'],
      lacks: ['territory'],
    },
    { asked: 'broader=economic-cooperation', holds: ['arctic-cooperation'], lacks: ['economic-cooperation'] },
    {
      asked: 'broader[]=economic-cooperation&broader[]=peace-settlement',
      means: 'broader=economic-cooperation,peace-settlement',
      holds: ['territory', 'arctic-cooperation'],
      lacks: ['ending-the-war'],
    },
    {
      asked: 'broader=!ukraine-war',
      holds: ['ukraine-war', 'atmosphere'],
      lacks: ['territory', 'peace-deal'],
    },
    { asked: 'broader=territory', holds: [], lacks: ['territory', 'peace-settlement'] },
  ],
  events: [
    { asked: 'kind=press-conference', holds: ['alaska-2025-press-conference'], lacks: ['alaska-2025'] },
    {
      asked: 'partOf=alaska-2025',
      holds: ['alaska-2025-talks', 'alaska-2025-arrival'],
      lacks: ['alaska-2025'],
    },
    {
      asked: 'place=alaska',
      holds: ['alaska-2025', 'alaska-2025-talks'],
      lacks: ['alaska-2025-zelensky-post'],
    },
    { asked: 'place=anchorage&kind=talks', holds: ['alaska-2025-talks'], lacks: ['alaska-2025'] },
    {
      asked: 'participant=lavrov',
      holds: ['alaska-2025-talks'],
      lacks: ['alaska-2025-arrival', 'alaska-2025'],
    },
    {
      asked: 'participant=زيلينسكي',
      means: 'participant=zelensky',
      holds: ['alaska-2025-zelensky-post'],
      lacks: ['alaska-2025'],
    },
    {
      asked: 'participant.all=putin,trump',
      holds: ['alaska-2025'],
      lacks: ['alaska-2025-zelensky-post'],
    },
    { asked: 'place=russia', holds: [], lacks: ['alaska-2025'] },
  ],
  sources: [
    { asked: 'outlet=xinhua', holds: ['article-003'], lacks: ['article-000', 'article-004'] },
    { asked: 'outlet=新华社', means: 'outlet=xinhua', holds: ['article-003'], lacks: ['article-001'] },
    { asked: 'outlet=unstated', holds: ['article-000', 'article-004'], lacks: ['article-003'] },
    { asked: 'country=CN', holds: ['article-003'], lacks: ['article-000'] },
    { asked: 'outlet=unstated,xinhua', holds: ['article-000', 'article-003'], lacks: [] },
    { asked: 'outlet=!unstated', holds: ['article-003'], lacks: ['article-002'] },
    { asked: 'outlet=cnbc', holds: [], lacks: ['article-004'] },
    { asked: 'publisher=xinhua', holds: ['article-003'], lacks: ['article-000'] },
    { asked: 'language=ar', holds: ['article-000', 'article-003'], lacks: [] },
    { asked: 'language=en', holds: [], lacks: ['article-000'] },
  ],
  claims: [
    {
      asked: 'attribute=weekday',
      holds: ['summit-weekday-002', 'summit-weekday-004'],
      lacks: ['summit-date-003'],
    },
    { asked: 'attribute=Weekday', means: 'attribute=weekday', holds: ['summit-weekday-002'], lacks: [] },
    { asked: 'type=date', holds: ['summit-date-003'], lacks: ['summit-weekday-003'] },
    { asked: 'type=duration', holds: ['talks-duration-001'], lacks: ['summit-date-003'] },
    { asked: 'event=alaska-2025', holds: ['summit-date-003', 'talks-duration-001'], lacks: [] },
    { asked: 'event=alaska-2025-talks', holds: ['talks-duration-001'], lacks: ['summit-date-003'] },
    { asked: 'source=article-001', holds: ['talks-duration-001'], lacks: ['summit-date-003'] },
    { asked: 'outlet=cnbc', holds: ['summit-weekday-004'], lacks: ['summit-weekday-002'] },
    { asked: 'proof=text', holds: ['summit-weekday-004'], lacks: [] },
    { asked: 'proof=none', holds: [], lacks: ['summit-weekday-004'] },
    { asked: 'outlet=xinhua', holds: ['summit-date-003'], lacks: ['talks-duration-001'] },
    {
      asked: 'outlet=unstated&attribute=weekday',
      holds: ['summit-weekday-002'],
      lacks: ['summit-weekday-003'],
    },
    {
      asked: 'attribute=weekday,date&source=!article-003',
      holds: ['summit-weekday-002'],
      lacks: ['summit-date-003'],
    },
  ],
};
