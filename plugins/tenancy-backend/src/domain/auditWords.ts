import type { JsonValue } from '@backstage/types';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { AuditContent } from './auditEvents';

const LONGEST_WORD = 64;
const MOST_WORDS = 300;
/** Shorter ones begin so many words that a search would read everything. */
const SHORTEST_BEGINNING = 3;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const STAFF_REF = `user:${BUSINESS_TENANT}/`;

/**
 * The words an event is found by: ids and addresses whole and in their parts.
 * One of them names the tenant. What customers are not told of the staff side
 * is not among them, or a search could guess it. Each begins with the week it
 * happened in, so that an index of words can be asked for some weeks only.
 */
export function wordsOf(content: AuditContent): string[] {
  const { tenant, actor, object, request } = content;
  const isOfStaff = actor?.startsWith(STAFF_REF) && tenant !== BUSINESS_TENANT;
  const words = new Set<string>([tenantWord(tenant)]);
  const texts = [
    isOfStaff ? undefined : actor,
    isOfStaff ? undefined : request?.address,
    request?.id,
    content.action,
    // `orderSite` is found by `site`, too.
    content.action.replace(/[A-Z]/g, ' $&'),
    object.kind,
    object.id,
    object.name,
    content.reason,
    ...textsIn(content.before),
    ...textsIn(content.after),
  ];
  for (const text of texts) {
    for (const word of split(text ?? '', tenant)) {
      if (words.size < MOST_WORDS) {
        words.add(word);
      }
    }
  }
  const week = weekOf(new Date(content.occurredAt));
  return [...words].map(word => datedWord(`${week}`, word));
}

/** The word that all events of a tenant, and of no other, have. */
export function tenantWord(tenant: string): string {
  return `tenant=${tenant}`;
}

const WEEK_MILLISECONDS = 7 * 24 * 3_600_000;

/** Whole weeks since the beginning of 1970, in UTC. */
export function weekOf(at: Date): number {
  return Math.floor(at.getTime() / WEEK_MILLISECONDS);
}

export function startOfWeek(week: number): Date {
  return new Date(week * WEEK_MILLISECONDS);
}

/** @param week - a number of {@link weekOf}, or what SQL puts one in place of */
function datedWord(week: string, word: string): string {
  return `${week}/${word}`;
}

/** The tsquery for a word in a week. */
export type Term = (week: string) => string;

/**
 * One tsquery for each word of a search, that of the tenant first; long ones
 * may be beginnings.
 *
 * @returns none when there is no word in it
 */
export function toTerms(search: string, tenant?: string): Term[] {
  const terms = search
    .toLowerCase()
    .split(/\s+/)
    .map(trim)
    .filter(Boolean)
    .map(word => word.slice(0, LONGEST_WORD))
    .map(word =>
      word.length < SHORTEST_BEGINNING ? exactly(word) : beginning(word),
    );
  return terms.length > 0 && tenant
    ? [exactly(tenantWord(tenant)), ...terms]
    : terms;
}

function exactly(word: string): Term {
  return week => quote(datedWord(week, word));
}

function beginning(word: string): Term {
  return week => `${quote(datedWord(week, word))}:*`;
}

function split(text: string, tenant: string): string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .map(trim)
    .filter(chunk => tenant === BUSINESS_TENANT || !chunk.includes(STAFF_REF))
    .flatMap(chunk =>
      UUID.test(chunk) ? [chunk] : [chunk, ...chunk.split(/[^\p{L}\p{N}]+/u)],
    )
    .filter(word => word.length > 0 && word.length <= LONGEST_WORD);
}

function trim(chunk: string): string {
  return chunk.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

function textsIn(value: JsonValue | undefined): string[] {
  if (value === undefined || value === null) {
    return [];
  }
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([name, inner]) => [
      ...(Array.isArray(value) ? [] : [name]),
      ...textsIn(inner),
    ]);
  }
  return [String(value)];
}

function quote(word: string): string {
  return `'${word.replace(/['\\]/g, '$&$&')}'`;
}
