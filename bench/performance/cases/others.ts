// Cases of other servers from npm over the same data; they are fetched when asked for and are no dependencies.
import type { OtherRow } from '../results.ts';
import type { World } from './world.ts';

export async function runOtherCases(_world: World): Promise<OtherRow[]> {
  return [];
}
