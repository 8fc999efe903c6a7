type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * What a cloud draws at random or takes from the clock, by its shape. The last
 * group, or the only one, is what changes from run to run.
 */
const DRAWN: readonly RegExp[] = [
  // Such as vpc-0a1b2c3d4e5f60718.
  /\b(?:acl|dopt|eigw|eipalloc|eipassoc|eni|igw|nat|r|r-rtb|rtb|rtbassoc|sg|sgr|subnet|vpc)-([0-9a-f]{8,32})\b/g,
  // What Terraform appends to a prefix: the time and a counter.
  /(20\d{16}[0-9a-f]{8})/g,
  // The end of an ARN of a load balancer's parts.
  /\/([0-9a-f]{16})(?![0-9a-f])/g,
  /:secret:[\w/+=.@-]+-([A-Za-z0-9]{6})\b/g,
  /:scalable-target\/(\w+)/g,
  /(?:[:/]|-Alarm(?:High|Low)-)([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/g,
  /\b((?:AROA|AIDA|ANPA)[A-Z0-9]{16,17})\b/g,
  /\b(db-[A-Z0-9]{26})\b/g,
  /(?:distribution|origin-access-control)\/(\w{12,14})\b/g,
  /\b(\w{12,14})\.cloudfront\.net\b/g,
];

/** Ids that are nothing but drawn: of Terraform's own data, of CloudFront. */
const BARE =
  /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Z0-9]{12,14})$/;

/** Attributes with addresses and versions that a cloud hands out. */
const HANDED_OUT = /^(?:(?:public|private)_(?:ip|dns)|etag|version_id)$/;
const CLOCK = /\b20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)/g;
const NOON = '2026-01-01T12:00:00Z';

class Numbers {
  private readonly known = new Map<string, string>();
  private count = 0;

  /** An id that is nothing but drawn is known by being one. */
  learn(id: string): void {
    if (BARE.test(id)) this.numberOf(id);
    else this.replaceIn(id);
  }

  replaceIn(text: string): string {
    const known = this.known.get(text);
    if (known) return known;
    return DRAWN.reduce(
      (all, shape) =>
        all.replaceAll(shape, (whole, drawn: string) =>
          whole.replace(drawn, this.numberOf(drawn)),
        ),
      text,
    );
  }

  /** As long as what it stands for, and of the same punctuation. */
  private numberOf(drawn: string): string {
    const known = this.known.get(drawn);
    if (known) return known;
    const digits = String(++this.count);
    const blank = drawn.replaceAll(/[A-Za-z0-9]/g, '0');
    const number = blank.slice(0, -digits.length) + digits;
    this.known.set(drawn, number);
    // Numbers look drawn too, and stand for themselves.
    this.known.set(number, number);
    return number;
  }
}

/**
 * Makes the same plan read the same whenever it is made: what is drawn at
 * random or taken from the clock is numbered in the order of addresses.
 *
 * @param plan - as `terraform show -json` gives it
 */
export function steadyPlan<T extends object>(plan: T): T {
  const numbers = new Numbers();
  for (const id of identitiesOf(plan)) numbers.learn(id);
  return sortReferences(
    mapTexts(plan as Json, text =>
      numbers.replaceIn(text).replaceAll(CLOCK, NOON),
    ),
  ) as T;
}

/**
 * Numbers are given by whose identity something is, not by who mentions it
 * first: a set of ids has another order each time.
 */
function identitiesOf(plan: { resource_changes?: any[] }): string[] {
  return [...(plan.resource_changes ?? [])]
    .sort((left, right) => (left.address < right.address ? -1 : 1))
    .flatMap(({ change }) =>
      Object.entries({ ...change.before, ...change.after })
        .filter(([name]) => IDENTITIES.includes(name))
        .map(([, value]) => value),
    )
    .filter(value => typeof value === 'string');
}

const IDENTITIES = ['id', 'arn', 'bucket', 'name', 'unique_id', 'resource_id'];

function mapTexts(value: Json, replace: (text: string) => string): Json {
  if (typeof value === 'string') return replace(sortKeys(value));
  if (Array.isArray(value)) return value.map(each => mapTexts(each, replace));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      typeof each === 'string' && HANDED_OUT.test(name)
        ? 'drawn'
        : mapTexts(each, replace),
    ]),
  );
}

/** Documents that are kept as text have their keys in any order. */
function sortKeys(text: string): string {
  if (!/^[[{]/.test(text)) return text;
  try {
    return JSON.stringify(sorted(JSON.parse(text)));
  } catch {
    return text;
  }
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map(name => [name, sorted(value[name])]),
  );
}

/** Sets of ids, or of blocks with ids, come sorted by what was drawn. */
function sortReferences(value: Json): Json {
  if (Array.isArray(value)) {
    const each = value.map(sortReferences);
    return each.length > 1 && each.every(isNumbered)
      ? each.sort((left, right) => (toKey(left) < toKey(right) ? -1 : 1))
      : each;
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, sortReferences(each)]),
  );
}

function isNumbered(value: Json): boolean {
  return /-0{6,}\d+/.test(toKey(value));
}

function toKey(value: Json): string {
  return JSON.stringify(value);
}
