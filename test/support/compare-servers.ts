// Asks two servers the same questions and says where their answers differ in status, media type or body.
import { allQuestions, type Question } from './questions.ts';

/** A difference between two answers to one question. */
export interface Difference {
  question: Question;
  what: 'status' | 'media type' | 'body';
  first: string;
  second: string;
}

export interface Comparison {
  asked: number;
  differences: Difference[];
}

interface Answer {
  status: number;
  mediaType: string;
  body: string;
  next: string | null;
}

/** How many pages of a list are followed after the first: each server has cursors of its own. */
const followedPages = 2;

/** Compares the servers at two origins, such as `http://127.0.0.1:3000`, over the same record. */
export async function compareServers(first: string, second: string): Promise<Comparison> {
  const questions = allQuestions(await foundIds(first));
  const masks = [await maskOf(first), await maskOf(second)] as const;
  const differences: Difference[] = [];
  for (const question of questions) {
    let pair = [question, question] as readonly [Question, Question];
    for (let page = 0; page <= followedPages; page++) {
      const answers = [await ask(first, pair[0], masks[0]), await ask(second, pair[1], masks[1])] as const;
      differences.push(...differencesOf(pair[0], ...answers));
      const [{ next: nextOfFirst }, { next: nextOfSecond }] = answers;
      if (nextOfFirst === null || nextOfSecond === null) break;
      pair = [
        { ...question, url: nextOfFirst },
        { ...question, url: nextOfSecond },
      ];
    }
  }
  return { asked: questions.length, differences };
}

/** Some ids of the collections whose ids are derived. */
async function foundIds(origin: string): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const collection of ['renditions', 'claims', 'discrepancies']) {
    const response = await fetch(`${origin}/${collection}?limit=3&fields=id`);
    const { data } = (await response.json()) as { data: { id: string }[] };
    found[`/${collection}/{id}`] = data.map(({ id }) => id);
  }
  return found;
}

/** Replaces what may differ between two ingests and two servers: the moment of the ingest, origins, cursors, ids of requests. */
async function maskOf(origin: string): Promise<(text: string) => string> {
  const response = await fetch(`${origin}/dataset`);
  const { ingestedAt, derivation } = (await response.json()) as { ingestedAt: string; derivation?: string };
  const replaced: [string | RegExp, string][] = [
    [origin, 'ORIGIN'],
    [ingestedAt, 'INGESTED'],
    [encodeURIComponent(ingestedAt), 'INGESTED'],
    ...(derivation === undefined ? [] : [[derivation, 'DERIVATION'] as [string, string]]),
    [/cursor=[\w%.~-]+/g, 'cursor=CURSOR'],
    [/"requestId":"[^"]*"/g, '"requestId":"ID"'],
  ];
  return (text) => replaced.reduce((masked, [from, to]) => masked.replaceAll(from, to), text);
}

async function ask(
  origin: string,
  { url, accept }: Question,
  mask: (text: string) => string,
): Promise<Answer> {
  const headers = accept === undefined ? {} : { accept };
  const response = await fetch(origin + url, { headers, redirect: 'manual' });
  const body = await response.text();
  const next = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1] ?? null;
  return {
    status: response.status,
    mediaType: response.headers.get('content-type') ?? '',
    body: mask(body),
    next: next === null ? null : next.replace(origin, ''),
  };
}

function differencesOf(question: Question, first: Answer, second: Answer): Difference[] {
  const found: [Difference['what'], string, string][] = [
    ['status', String(first.status), String(second.status)],
    ['media type', first.mediaType, second.mediaType],
    ['body', first.body, second.body],
  ];
  return found.flatMap(([what, one, other]) =>
    one === other ? [] : [{ question, what, ...apartFrom(one, other) }],
  );
}

/** The stretch of both texts around the first place where they differ. */
function apartFrom(first: string, second: string): { first: string; second: string } {
  let at = 0;
  while (first[at] === second[at]) at += 1;
  const around = (text: string): string => text.slice(Math.max(0, at - 60), at + 80);
  return { first: around(first), second: around(second) };
}
