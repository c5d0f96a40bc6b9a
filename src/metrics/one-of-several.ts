// Tells of one of several processes to the one that started it, whenever that asks.
import process from 'node:process';
import { healthOf, type Told } from './admin.ts';
import type { Telling } from './alone.ts';
import { processRegistry, registerFamilies } from './families.ts';
import type { Answer, Asked, Families, Question } from './messages.ts';

export function tellPrimary(): Telling {
  const registry = processRegistry();
  return {
    measure: (measured) => registerFamilies(registry, measured),
    async open(app) {
      const health = healthOf(app);
      const tell = async (asked: Asked): Promise<Families | Told> =>
        asked === 'metrics'
          ? ((await registry.getMetricsAsJSON()) as unknown as Families) // the library's types call a word a number
          : health(asked);
      // Nobody else sends anything to a process of a cluster. One that cannot tell is silent, and goes on serving.
      const answer = ({ question: answerTo, asked }: Question): Promise<unknown> =>
        tell(asked).then(
          (told) => process.send?.({ answerTo, answer: told } satisfies Answer),
          (err) => app.log.error({ err }, 'nothing can be told of this process'),
        );
      process.on('message', answer);
      app.addHook('onClose', async () => void process.off('message', answer));
    },
  };
}
