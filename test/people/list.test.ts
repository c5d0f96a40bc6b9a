// GET /people: who is of which country, holds a role where, took part in what, and who speaks most.
import t from 'tap';
import { statementsWhere } from '../support/oracle.ts';
import { type Scenario, tryScenarios, tryWeights } from '../support/scenarios.ts';
import { seeds } from '../support/seeds.ts';

const scenarios: Scenario[] = [
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
    asked: 'event=alaska-2025-talks&event=alaska-2025-arrival',
    holds: ['putin', 'trump'],
    lacks: ['lavrov'],
  },
  { asked: 'country=CN', holds: [], lacks: ['putin'] },
];

t.test('filters', (t) => tryScenarios(t, 'people', scenarios));

t.test('by number of statements', (t) =>
  tryWeights(t, 'people', 'statements', (id) => statementsWhere(seeds, [['speaker', id]]).length),
);
