import type { Aws } from './Aws.ts';

/** Attributes of a resource, as Terraform's state has them. */
export type Attributes = Record<string, any>;
export type Tags = Record<string, string>;

/** How resources of one type are read from AWS itself. */
export interface Kind<Found> {
  /** @returns what AWS has under the id of the state; undefined when nothing */
  find(aws: Aws, state: Attributes): Promise<Found | undefined>;
  /** What AWS says of it that matters to a customer, in plain values. */
  facts?(found: Found, state: Attributes): unknown;
  /** What these must be. */
  wanted?(state: Attributes): unknown;
  /** Of a type that has tags. */
  tags?(found: Found, aws: Aws, state: Attributes): Tags | Promise<Tags>;
}

/** Lets each kind keep the type of what it finds. */
export function kind<Found>(it: Kind<Found>): Kind<any> {
  return it;
}

/** What is asked for, or undefined when AWS says that there is no such thing. */
export async function orNone<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    const { name, $metadata } = error as {
      name: string;
      $metadata?: { httpStatusCode?: number };
    };
    const isAbsent =
      $metadata?.httpStatusCode === 404 ||
      /NotFound|NoSuch|NotActive|does ?not ?exist/i.test(name);
    if (isAbsent) {
      return undefined;
    }
    throw error;
  }
}

/** Tags as most services give them. */
export function toTags(
  tags: { Key?: string; Value?: string }[] | undefined,
): Tags {
  return Object.fromEntries(
    (tags ?? []).map(({ Key, Value }) => [Key!, Value!]),
  );
}
