// A family of metrics: a name, what it means, and its samples, which are read only when somebody asks.
import type { Aggregator, Histogram, Registry } from 'prom-client';

/** One value. A histogram's samples are called after what they count. */
export interface Sample {
  labels: Record<string, string | number>;
  value: number;
  metricName?: string;
}

export interface Family {
  name: string;
  help: string;
  type: 'counter' | 'gauge' | 'histogram';
  /** How the values of several processes become one. */
  aggregator: Aggregator;
  read: () => Sample[];
}

/**
 * Adds a family to what is told. The library's own classes find the value of a label by a hash at each count, which
 * takes longer than all else that is counted here; of what is registered it asks only for this much.
 */
export function register(registry: Registry, { read, ...family }: Family): void {
  const metric = { ...family, get: async () => ({ ...family, values: read() }) };
  registry.registerMetric(metric as unknown as Histogram); // the library registers such objects, too, where it adds up
}

/** The sample of a family that has no labels. */
export const single = (value: number): Sample[] => [{ labels: {}, value }];
