// The processes of a server that has several.
import { execFileSync } from 'node:child_process';

/** The processes that a process has started. */
const childrenOf = (pid: number | undefined): number[] => {
  const stdout = execFileSync('ps', ['-A', '-o', 'pid=,ppid=']).toString();
  const rows = stdout.split('\n').map((row) => row.trim().split(/\s+/).map(Number));
  return rows.flatMap(([child, parent]) => (child !== undefined && parent === pid ? [child] : []));
};

/** Those of them that run. */
export const serversOf = (pid: number | undefined): number[] =>
  childrenOf(pid).filter((child) => !isOver(child));

/** Whether a process has ended, also one that nobody has buried yet. */
export const isOver = (pid: number): boolean => {
  try {
    return (
      execFileSync('ps', ['-o', 'comm=', '-p', String(pid)])
        .toString()
        .trim() !== 'node'
    );
  } catch {
    return true;
  }
};
