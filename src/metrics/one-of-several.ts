// Tells of one of several processes to the one that started it, whenever that asks.
import process from 'node:process';
import { healthOf } from './admin.ts';
import type { Telling } from './alone.ts';
import { processRegistry, registerFamilies } from './families.ts';
import type { Answer, Families, Question } from './messages.ts';

export function tellPrimary(): Telling {
  const registry = processRegistry();
  return {
    measure: (measured) => registerFamilies(registry, measured),
    async open(app) {
      const health = healthOf(app);
      // Nobody else sends anything to a process of a cluster.
      const answer = async ({ question: answerTo, asked }: Question): Promise<void> => {
        const told =
          asked === 'metrics'
            ? ((await registry.getMetricsAsJSON()) as unknown as Families) // the library's types call a word a number
            : await health(asked);
        process.send?.({ answerTo, answer: told } satisfies Answer);
      };
      process.on('message', answer);
      app.addHook('onClose', async () => void process.off('message', answer));
    },
  };
}
