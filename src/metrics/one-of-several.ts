// Tells of one of several processes to the one that started it, whenever that asks.
import process from 'node:process';
import { healthOf } from './admin.ts';
import type { Telling } from './alone.ts';
import { processRegistry, registerFamilies } from './families.ts';
import { type Answer, type Families, isQuestion } from './messages.ts';

export function tellPrimary(): Telling {
  const registry = processRegistry();
  return {
    measure: (measured) => registerFamilies(registry, measured),
    async open(app) {
      const health = healthOf(app);
      const answer = async (message: unknown): Promise<void> => {
        if (!isQuestion(message)) return;
        const { question: answerTo, asked } = message;
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
