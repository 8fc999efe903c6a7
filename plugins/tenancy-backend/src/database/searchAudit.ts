import type { TenantTransaction } from '@freehold/plugin-tenancy-node';
import { startOfWeek, toTerms, weekOf, type Term } from '../domain/auditWords';
import {
  fitting,
  matching,
  newestFirst,
  type AuditFilter,
} from './auditFilter';
import { AUDIT_COLUMNS, type AuditRow } from './auditRows';

/** Among so many of the newest a word is looked for before the index is asked. */
const NEWEST_LOOKED_THROUGH = 5_000;
/** Words in more of them than this are looked for in what the index finds. */
const OFTEN = NEWEST_LOOKED_THROUGH / 10;
/** Where the index finds more than this in some weeks, fewer weeks are asked. */
const MOST_EXAMINED = 1_000;

/** Stands for the week of a row, in what {@link hasWords} is given. */
const ANY_WEEK = '\u0001';

type Searched = Omit<AuditFilter, 'search'> & { terms: Term[] };

/**
 * A frequent word is among the newest events many times, a rare one is found by
 * its index. PostgreSQL takes words that it has never seen for frequent ones,
 * and would look for them through the whole trail, so it is told which.
 *
 * @returns newest first
 */
export async function searchRows(
  trx: TenantTransaction,
  search: string,
  filter: Omit<AuditFilter, 'search'>,
): Promise<AuditRow[]> {
  const terms = toTerms(search, filter.tenant);
  if (terms.length === 0) {
    return [];
  }
  const searched = { ...filter, terms };
  const frequent = await findAmongNewest(trx, searched);
  if (frequent.length === filter.limit) {
    return frequent;
  }
  const { lookedThrough, rare } = await weighTerms(trx, searched);
  return lookedThrough < NEWEST_LOOKED_THROUGH
    ? frequent
    : findByIndex(trx, searched, rare);
}

async function findAmongNewest(
  trx: TenantTransaction,
  { terms, ...filter }: Searched,
): Promise<AuditRow[]> {
  const newest = matching(trx, { ...filter, limit: NEWEST_LOOKED_THROUGH });
  return trx
    .queryBuilder()
    .from(newest.select([...AUDIT_COLUMNS, 'words']).as('newest'))
    .whereRaw(hasWords('?'), allOf(terms))
    .orderBy(newestFirst)
    .limit(filter.limit)
    .select(AUDIT_COLUMNS);
}

/** How many of the newest there are, and which words are in few of them. */
async function weighTerms(
  trx: TenantTransaction,
  { terms, ...filter }: Searched,
): Promise<{ lookedThrough: number; rare: Term[] }> {
  const newest = matching(trx, { ...filter, limit: NEWEST_LOOKED_THROUGH });
  const counts: Record<string, number> = await trx
    .queryBuilder()
    .from(newest.select('words', 'occurred_at').as('newest'))
    .first(
      trx.raw('count(*)::int as looked_through'),
      ...terms.map((term, index) =>
        trx.raw(`(count(*) filter (where ${hasWords('?')}))::int as ??`, [
          term(ANY_WEEK),
          `term_${index}`,
        ]),
      ),
    );
  return {
    lookedThrough: counts.looked_through,
    rare: terms.filter((_, index) => counts[`term_${index}`] <= OFTEN),
  };
}

/**
 * The index knows no order, and would find all of a year to list the newest
 * fifty. So it is asked for some weeks at a time, the newest first: twice as
 * many after weeks with few, a quarter where there are too many.
 *
 * It is not asked for frequent words: it would read every place of one to find
 * the few that it shares with a rare one.
 */
async function findByIndex(
  trx: TenantTransaction,
  { terms, ...filter }: Searched,
  rare: Term[],
): Promise<AuditRow[]> {
  const asked = new Set(rare.length > 0 ? rare : terms);
  if (filter.tenant) {
    asked.add(terms[0]);
  }
  const { oldest, newest } = await weeksOf(trx, filter);
  const found: AuditRow[] = [];
  let last = newest;
  let count = 1;
  while (last >= oldest && found.length < filter.limit) {
    const first = Math.max(oldest, last - count + 1);
    const left = { ...filter, terms, limit: filter.limit - found.length };
    const weeks = { asked: [...asked], first, last };
    const { examined, rows } = await findInWeeks(trx, left, weeks);
    if (examined <= MOST_EXAMINED) {
      found.push(...rows);
      last = first - 1;
      count *= 2;
    } else if (first < last) {
      count = Math.ceil((last - first + 1) / 4);
    } else {
      found.push(...(await findInWeek(trx, left, first)));
      last = first - 1;
    }
  }
  return found;
}

/** The weeks in which there is anything that fits but for the words. */
async function weeksOf(
  trx: TenantTransaction,
  { tenant, from, to, after }: Omit<Searched, 'terms'>,
): Promise<{ oldest: number; newest: number }> {
  const ends = async (direction: 'asc' | 'desc') => {
    const row = await fitting(trx, { tenant, from, to, after })
      .orderBy(newestFirst.map(({ column }) => ({ column, order: direction })))
      .first('occurred_at');
    return row?.occurred_at as Date | undefined;
  };
  const [oldest, newest] = [await ends('asc'), await ends('desc')];
  return oldest && newest
    ? { oldest: weekOf(oldest), newest: weekOf(newest) }
    : { oldest: 1, newest: 0 };
}

/**
 * @returns how many the index found, at most one more than are examined, and of
 *   these the newest that fit
 */
async function findInWeeks(
  trx: TenantTransaction,
  { terms, limit, ...filter }: Searched,
  weeks: { asked: Term[]; first: number; last: number },
): Promise<{ examined: number; rows: AuditRow[] }> {
  const asked: string[] = [];
  for (let week = weeks.first; week <= weeks.last; week++) {
    asked.push(`(${allOf(weeks.asked, week)})`);
  }
  await useIndexOfWords(trx, 'off');
  const { rows } = await trx.raw(
    `with examined as materialized (:examined),
          fitting as (select * from examined where ${hasWords(':terms')})
     select counted.examined, ${AUDIT_COLUMNS.map(name => `fitting."${name}"`)}
       from (select count(*)::int as examined from examined) counted
       left join fitting on true
      order by occurred_at desc, tenant_id desc, sequence desc
      limit :limit`,
    {
      examined: fitting(trx, filter)
        .whereRaw('words @@ ?::tsquery', [asked.join(' | ')])
        .limit(MOST_EXAMINED + 1)
        .select([...AUDIT_COLUMNS, 'words']),
      terms: allOf(terms),
      limit,
    },
  );
  await useIndexOfWords(trx, 'on');
  return {
    examined: rows[0].examined,
    rows: rows.filter((row: AuditRow) => row.sequence !== null),
  };
}

/** In a week full of them, they are soon found from its end backwards. */
async function findInWeek(
  trx: TenantTransaction,
  { terms, ...filter }: Searched,
  week: number,
): Promise<AuditRow[]> {
  return (
    matching(trx, filter)
      .whereRaw('occurred_at >= ? and occurred_at < ?', [
        startOfWeek(week),
        startOfWeek(week + 1),
      ])
      // Not as a condition that the index of words could take.
      .whereRaw('(words @@ ?::tsquery) is true', [allOf(terms, week)])
      .select(AUDIT_COLUMNS)
  );
}

/**
 * Whether a row has the words of a tsquery, in its own week.
 *
 * @param binding - of the tsquery, with {@link ANY_WEEK} in it
 */
function hasWords(binding: string): string {
  return `words @@ replace(${binding}, '${ANY_WEEK}',
    floor(extract(epoch from occurred_at) / 604800)::text)::tsquery`;
}

function allOf(terms: Term[], week: number | string = ANY_WEEK): string {
  return terms.map(term => term(`${week}`)).join(' & ');
}

/** @param others - whether the other ways to the rows may be taken */
async function useIndexOfWords(
  trx: TenantTransaction,
  others: 'on' | 'off',
): Promise<void> {
  await trx.raw(
    `select set_config('enable_indexscan', ?, true), set_config('enable_seqscan', ?, true)`,
    [others, others],
  );
}
