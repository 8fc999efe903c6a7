import type { Answer } from '../http/request.ts';
import type { Session } from '../http/Session.ts';
import type { World } from '../seed/World.ts';
import type { Probe } from './Probe.ts';

export interface Outcome {
  probe: Probe;
  who: Session;
  answer: Answer;
}

/** Sends every probe as every person, a few at a time. */
export async function sendProbes(
  probes: Probe[],
  people: Session[],
): Promise<Outcome[]> {
  const waiting = people.flatMap(who => probes.map(probe => ({ who, probe })));
  const outcomes: Outcome[] = [];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { who, probe } = next;
      outcomes.push({ ...next, answer: await send(who, probe) });
    }
  };
  await Promise.all(Array.from({ length: 6 }, worker));
  return outcomes;
}

function send(who: Session, { call, withCookie }: Probe): Promise<Answer> {
  return who.call(
    withCookie && who.cookie
      ? { ...call, headers: { ...call.headers, cookie: who.cookie } }
      : call,
  );
}

/** Answers that carry something of the observed customer's. */
export function findLeaks(outcomes: Outcome[], world: World): string[] {
  return outcomes.flatMap(outcome => {
    const text = textWithoutSent(outcome);
    const seen = world.secrets.filter(secret => text.includes(secret));
    return seen.length
      ? [`${describe(outcome)} shows ${seen.join(' and ')}`]
      : [];
  });
}

/** Answers that say "I broke" instead of "no". */
export function findFaults(outcomes: Outcome[]): string[] {
  return outcomes
    .filter(({ answer }) => answer.status >= 500)
    .map(outcome => `${describe(outcome)}: ${outcome.answer.body}`);
}

/** Answers that show the inside of the portal: a stack, a path, a statement. */
export function findInsides(outcomes: Outcome[]): string[] {
  const refusals = outcomes.filter(({ answer }) => answer.status >= 400);
  return refusals.flatMap(outcome => {
    const inside = insides.find(each => each.test(outcome.answer.body));
    return inside
      ? [`${describe(outcome)} shows ${inside}: ${excerpt(outcome)}`]
      : [];
  });
}

const insides = [
  /\bat (\w|\.|<| )+ \(?\S+:\d+:\d+\)?/,
  /node_modules/,
  /\/(packages|plugins)\/[\w-]+\/(src|dist)\//,
  /\b(select|insert into|update|delete from) ["`]?\w+["`]? /,
  /"stack":/,
];

/**
 * Answers that are no longer what they were, though nothing of theirs changed
 * but the times of health checks.
 */
export function findChanged(before: Outcome[], after: Outcome[]): string[] {
  const timeless = (outcome: Outcome) =>
    comparable(outcome).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>');
  const keyOf = ({ probe, who }: Outcome) =>
    `${who.name} ${probe.route} ${probe.title}`;
  const earlier = new Map(before.map(each => [keyOf(each), each]));
  return after.flatMap(outcome => {
    const past = earlier.get(keyOf(outcome))!;
    return timeless(past) === timeless(outcome)
      ? []
      : [
          `${describe(outcome)} said ${excerpt(past)} and now ${excerpt(outcome)}`,
        ];
  });
}

/** Answers that tell a foreign name from one that doesn't exist. */
export function findTellingAnswers(outcomes: Outcome[]): string[] {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes.filter(({ probe }) => probe.group)) {
    const { probe, who } = outcome;
    const key = `${who.name} ${probe.route} ${probe.group}`;
    groups.set(key, [...(groups.get(key) ?? []), outcome]);
  }
  return [...groups.values()].flatMap(group => {
    const texts = new Map(group.map(each => [comparable(each), each]));
    if (texts.size === 1) {
      return [];
    }
    const [one, other] = [...texts.values()];
    return [
      `${describe(one)} says ${excerpt(one)} but ${describe(other)} says ${excerpt(other)}`,
    ];
  });
}

export function describe({ probe, who, answer }: Outcome): string {
  return `${probe.route} (${probe.title}) as ${who.name} → ${answer.status}`;
}

function excerpt({ answer }: Outcome): string {
  return answer.body.slice(0, 300);
}

/** The whole answer without the names that the call itself sent. */
function textWithoutSent({ probe, answer }: Outcome): string {
  const body = probe.route.includes('/audit-events')
    ? withoutFailures(answer.body)
    : answer.body;
  const text = `${JSON.stringify(answer.headers)}\n${body}`;
  return withoutNames(text, probe.sent, '');
}

/**
 * A page of the audit trail, or its export line by line, without the calls that were refused or failed:
 * there stands what was sent with them, by these very probes.
 */
function withoutFailures(body: string): string {
  try {
    const { items, ...page } = JSON.parse(body);
    return JSON.stringify({ ...page, items: items.filter(hasSucceeded) });
  } catch {
    return body
      .split('\n')
      .filter(line => !line.startsWith('{') || hasSucceeded(JSON.parse(line)))
      .join('\n');
  }
}

function hasSucceeded({ outcome }: { outcome?: string }): boolean {
  return outcome === 'succeeded';
}

/** How many probes each person made, for the report. */
export function countByPerson(outcomes: Outcome[]): string[] {
  const counts = new Map<string, number>();
  for (const { who } of outcomes) {
    counts.set(who.name, (counts.get(who.name) ?? 0) + 1);
  }
  const routes = new Set(outcomes.map(({ probe }) => probe.route)).size;
  return [
    `${outcomes.length} probes of ${routes} routes as ${counts.size} people`,
    ...[...counts].map(([name, count]) => `${count} as ${name}`),
  ];
}

/** Headers that differ between any two answers, or with an answer's length. */
const varyingHeaders = [
  'date',
  'etag',
  'content-length',
  'transfer-encoding',
  'connection',
  'keep-alive',
  'x-request-id',
  'traceparent',
  'traceresponse',
  'set-cookie',
];

function comparable({ probe, answer }: Outcome): string {
  const headers = Object.entries(answer.headers)
    .filter(([name]) => !varyingHeaders.includes(name))
    .filter(([name]) => !name.startsWith('ratelimit'))
    .sort(([left], [right]) => left.localeCompare(right, 'en'));
  const requestId = answer.headers['x-request-id'];
  return withoutNames(
    JSON.stringify([
      answer.status,
      headers,
      probe.unordered ? sortedResults(answer.body) : answer.body,
    ]),
    requestId ? [...probe.sent, requestId] : probe.sent,
    '<name>',
  );
}

/** Results of a search that match equally well have no order of their own. */
function sortedResults(body: string): unknown {
  const { results = [], ...rest } = JSON.parse(body);
  return {
    ...rest,
    results: results
      .map(({ rank: _, ...result }: { rank?: number }) =>
        JSON.stringify(result),
      )
      .sort(),
  };
}

function withoutNames(text: string, names: string[], instead: string): string {
  return [...names]
    .sort((left, right) => right.length - left.length)
    .reduce((rest, name) => rest.replaceAll(name, instead), text);
}
