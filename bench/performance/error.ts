// Says what keeps the benchmark from running, and what to do about it.
export class BenchError extends Error {
  override name = 'BenchError';
}
