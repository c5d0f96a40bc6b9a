// Says on what kind of machine something was measured.
import { arch, availableParallelism, cpus, platform, release, totalmem } from 'node:os';

/** What a figure depends on beside the code: memory in GiB. */
export interface Machine {
  cores: number;
  model: string;
  memory: number;
  node: string;
  system: string;
}

/** The machine that this runs on. */
export const thisMachine = (): Machine => ({
  cores: availableParallelism(),
  model: cpus()[0]?.model ?? 'unknown',
  memory: totalmem() / 1024 ** 3,
  node: process.version,
  system: `${platform()} ${release().split('-')[0]} ${arch()}`,
});

/** `2 cores (a model), 8 GiB of memory, linux 6.1 x64, Node 20.19.0` */
export const machineText = ({ cores, model, memory, node, system }: Machine): string =>
  `${cores} cores (${model}), ${memory.toLocaleString('en', { maximumFractionDigits: memory < 10 ? 1 : 0 })} GiB of memory, ${system}, Node ${node.slice(1)}`;
