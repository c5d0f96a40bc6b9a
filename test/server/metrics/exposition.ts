// Reads what Prometheus reads, as strictly as its format is written down (text format 0.0.4), and refuses all else.

export interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

export interface Family {
  name: string;
  type: string;
  help: string;
  samples: Sample[];
}

const nameForm = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const labelForm = '[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\\\n]|\\\\["\\\\n])*"';
const sampleForm = new RegExp(`^(${nameForm})(?:\\{(${labelForm}(?:,${labelForm})*)\\})? (\\S+)$`);
const valueForm = /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?|[+-]Inf|NaN)$/i;

/** All families by name. Throws where a line is not of the format, or where families contradict themselves. */
export function readExposition(text: string): Map<string, Family> {
  if (!text.endsWith('\n')) throw new Error('the last line has no end');
  const families = new Map<string, Family>();
  const seen = new Set<string>();
  let family: Family | undefined;
  for (const line of text.split('\n').filter((each) => each !== '')) {
    const [, help, about] = new RegExp(`^# HELP (${nameForm}) (.+)$`).exec(line) ?? [];
    const [, typed, type] =
      new RegExp(`^# TYPE (${nameForm}) (counter|gauge|histogram|summary)$`).exec(line) ?? [];
    if (help !== undefined) {
      if (families.has(help)) throw new Error(`${help} is told twice`);
      family = { name: help, type: 'untyped', help: String(about), samples: [] };
      families.set(help, family);
    } else if (typed !== undefined && type !== undefined) {
      if (family?.name !== typed || family.samples.length > 0)
        throw new Error(`a type out of place: ${line}`);
      family.type = type;
    } else {
      const sample = readSample(line);
      if (family === undefined || !belongs(sample, family)) throw new Error(`a sample out of place: ${line}`);
      const key = line.slice(0, line.lastIndexOf(' '));
      if (seen.has(key)) throw new Error(`told twice: ${key}`);
      seen.add(key);
      family.samples.push(sample);
    }
  }
  for (const each of families.values()) if (each.type === 'histogram') checkHistogram(each);
  return families;
}

function readSample(line: string): Sample {
  const [, name = '', labels = '', written = ''] = sampleForm.exec(line) ?? [];
  if (!valueForm.test(written)) throw new Error(`not a sample: ${line}`);
  const pairs = [...labels.matchAll(/([a-zA-Z0-9_]+)="((?:[^"\\]|\\.)*)"/g)];
  const value = Number(written.replace('Inf', 'Infinity'));
  return {
    name,
    labels: Object.fromEntries(
      pairs.map(([, label, text]) => [label, String(text).replace(/\\(.)/g, unescaped)]),
    ),
    value,
  };
}

const unescaped = (_all: string, letter: string): string => (letter === 'n' ? '\n' : letter);

const belongs = ({ name }: Sample, family: Family): boolean =>
  family.type === 'histogram' || family.type === 'summary'
    ? [`${family.name}_bucket`, `${family.name}_sum`, `${family.name}_count`, family.name].includes(name)
    : name === family.name;

/** Buckets grow, and the last one is the count. */
function checkHistogram({ name, samples }: Family): void {
  const of = (labels: Record<string, string>) => JSON.stringify(Object.entries(labels).sort());
  for (const count of samples.filter((each) => each.name === `${name}_count`)) {
    const buckets = samples
      .filter((each) => each.name === `${name}_bucket`)
      .filter(({ labels: { le: _le, ...labels } }) => of(labels) === of(count.labels))
      .map(({ labels, value }) => ({ bound: Number(labels['le']?.replace('+Inf', 'Infinity')), value }));
    const inOrder = [...buckets].sort((a, b) => a.bound - b.bound);
    const grows = inOrder.every(({ value }, at) => at === 0 || value >= (inOrder[at - 1]?.value ?? 0));
    const last = inOrder.at(-1);
    if (!grows || last?.bound !== Number.POSITIVE_INFINITY || last.value !== count.value)
      throw new Error(`the buckets of ${name} ${of(count.labels)} contradict one another`);
  }
}

/** The value of the one sample with these labels; 0 where there is none. Throws where there are several. */
export function sampleValue(
  families: Map<string, Family>,
  name: string,
  labels: Record<string, string> = {},
): number {
  const family = families.get(name.replace(/_(?:bucket|sum|count)$/, '')) ?? families.get(name);
  const found = (family?.samples ?? []).filter(
    (sample) =>
      sample.name === name && Object.entries(labels).every(([key, value]) => sample.labels[key] === value),
  );
  if (found.length > 1)
    throw new Error(`${name} ${JSON.stringify(labels)} stands for ${found.length} values`);
  return found[0]?.value ?? 0;
}
