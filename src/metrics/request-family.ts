// Tells the durations of requests as Prometheus reads a histogram: buckets that include all smaller ones, count and sum.
import { bounds, type Durations, type Series } from './durations.ts';
import type { Family, Sample } from './family.ts';

const name = 'http_request_duration_seconds';

export const requestFamily = (durations: Durations): Family => ({
  name,
  help: 'Answers by route, method and class of status, and how long they took from the request to the last byte given away.',
  type: 'histogram',
  aggregator: 'sum',
  read: () => durations.all().flatMap(samplesOf),
});

function samplesOf({ labels, counts, sum }: Series): Sample[] {
  let count = 0;
  const buckets = bounds.map((bound, at) => {
    count += counts[at] as number;
    const le = bound === Number.POSITIVE_INFINITY ? '+Inf' : bound;
    return { labels: { ...labels, le }, value: count, metricName: `${name}_bucket` };
  });
  return [
    ...buckets,
    { labels, value: sum, metricName: `${name}_sum` },
    { labels, value: count, metricName: `${name}_count` },
  ];
}
