// Tells phrases that open what was said from those that tell where and when it was said: said at least 12 people were hurt.
import type { Token } from '../tokens.ts';
import { low } from './tokens.ts';

const NUMBER =
  /^(?:\d.*|a|an|one|two|three|four|five|six|seven|eight|nine|ten|half|hundreds|thousands|dozens|[$£€])$/;

/** What must follow a preposition that opens the clause; a preposition that is not here tells of the saying. */
const LEADS: Readonly<Record<string, RegExp>> = {
  about: NUMBER,
  around: NUMBER,
  over: /^(?:\d.*|half|the)$/,
  under: /./,
  at: /^(?:least|most|best|worst)$/,
  as: /^(?:many|much|few|little|of|soon|long)$/,
  up: /^to$/,
  on: /^average$/,
  to: /^date$/,
  from: /^now$/,
  for: /^(?:years|decades|months|weeks|now|too|every|many|most|some|example|instance)$/,
  by: /^\d/,
  in: /^(?:total|all|fact|reality|many|most|some|general)$/,
};

/** Whether the preposition at `at` opens the clause that was said. */
export function opensWhatWasSaid(tokens: readonly Token[], at: number): boolean {
  const lead = LEADS[low(tokens, at)];
  const next = low(tokens, at + 1);
  if (lead === undefined || !lead.test(next)) return false;
  return !(low(tokens, at) === 'over' && next === 'the' && !/^(?:past|last|next)$/.test(low(tokens, at + 2)));
}
