import {
  CUSTOMER_SLUG_PATTERN,
  BUSINESS_TENANT,
} from '@freehold/plugin-tenancy-common';
import { z } from 'zod';
import type { TagSchema } from '../tags/TagSchema';
import { KEY_COLUMNS } from './workspace/keyColumns';
import type { RuleSet } from './RuleSet';

const MOST_RULES = 1000;
const MOST_CHOICES = 1000;
const MOST_CHARACTERS = 256;

const text = z
  .string('has to be a text')
  .trim()
  .min(1, 'must not be empty')
  .max(MOST_CHARACTERS, `may have ${MOST_CHARACTERS} characters at most`)
  // PostgreSQL keeps neither.
  .regex(
    /^[^\p{Cc}\p{Cs}]*$/u,
    'must not have control characters or halves of characters',
  );

const id = text.regex(
  /^[a-z0-9][a-z0-9_-]*$/,
  'may have lower-case letters, digits, hyphens and underscores, and begins with a letter or digit',
);

const tagKey = text.regex(/[\p{L}\p{N}]/u, 'has to have a letter or a digit');

const tenant = text.regex(
  new RegExp(`${CUSTOMER_SLUG_PATTERN}|^${BUSINESS_TENANT}$`),
  `has to be the short name of a customer, or ${BUSINESS_TENANT} for the business itself`,
);

/** A decimal, zero or more, without exponent. */
const weight = z
  .string('has to be a decimal in quotes such as "0.25"')
  .regex(
    /^\d{1,15}(\.\d{1,15})?$/,
    'has to be a decimal of zero or more, such as "0.25"',
  );

const list = <T extends z.ZodType>(of: T, most = MOST_CHOICES) =>
  z.array(of, 'has to be a list').max(most, `may have ${most} entries at most`);

const condition = z
  .strictObject({
    on: z.enum([
      ...(Object.keys(KEY_COLUMNS) as (keyof typeof KEY_COLUMNS)[]),
      'tag',
    ]),
    tag: tagKey.optional(),
    anyOf: list(text).min(1, 'needs at least one pattern'),
    not: z.boolean('has to be true or false').optional(),
  })
  .refine(({ on, tag }) => (on === 'tag') === (tag !== undefined), {
    path: ['tag'],
    message:
      'names the tag to look at where "on" is "tag", and is left out elsewhere',
  });

const value = <T extends z.ZodType>(of: T) =>
  z.union(
    [z.strictObject({ value: of }), z.strictObject({ tag: tagKey })],
    'has to be either {"value": …} with a name that may stand there, or {"tag": …} with the key of a tag',
  );

const open = {
  team: value(text).optional(),
  costCentre: value(text).optional(),
  project: value(text).optional(),
};

const direct = z.strictObject({
  kind: z.literal('direct'),
  set: z
    .strictObject({
      tenant: value(tenant).optional(),
      site: value(text).optional(),
      ...open,
    })
    .refine(set => Object.keys(set).length > 0, 'has to set something')
    .refine(({ tenant: owner, site }) => owner || !site, {
      path: ['site'],
      message: 'belongs to a customer: set the tenant beside it',
    }),
});

const among = z.union(
  [
    z.strictObject({
      tenants: list(tenant).min(1, 'needs at least one customer'),
    }),
    z.strictObject({ all: z.literal('with-direct-cost') }),
  ],
  'has to be either {"tenants": […]} or {"all": "with-direct-cost"}',
);

const split = z.discriminatedUnion(
  'by',
  [
    z.strictObject({ by: z.literal('even'), among }),
    z.strictObject({ by: z.literal('direct-cost'), among }),
    z.strictObject({
      by: z.literal('weights'),
      weights: z
        .record(tenant, weight, {
          error: ({ code }) =>
            code === 'invalid_key'
              ? 'has to be the short name of a customer'
              : 'has to be weights by customer',
        })
        .refine(
          weights => Object.values(weights).some(one => /[1-9]/.test(one)),
          'needs one weight above zero',
        ),
    }),
    z.strictObject({ by: z.literal('metric'), metric: text }),
  ],
  'has to be even, direct-cost, weights or metric',
);

const shared = z.strictObject({
  kind: z.literal('shared'),
  split,
  set: z.strictObject(open).optional(),
});

const rule = z.strictObject({
  id,
  name: text,
  order: z.int('has to be a whole number'),
  enabled: z.boolean('has to be true or false'),
  conditions: list(condition, 50),
  effect: z.discriminatedUnion(
    'kind',
    [direct, shared],
    'has to be direct or shared',
  ),
});

const tags = z.record(tagKey, text);

const requirement = z.strictObject({
  key: tagKey,
  variants: list(tagKey),
  required: z.boolean('has to be true or false'),
  allowedValues: list(text).optional(),
  valueVariants: z.record(text, text).optional(),
  letterCase: z.enum(['lower', 'upper']).optional(),
});

/** What a tag schema has to look like; what tags owe each other is not in it. */
export const tagSchemaSchema: z.ZodType<TagSchema> = z.strictObject({
  requirements: list(requirement, 100),
  accounts: list(z.strictObject({ accountId: text, tags }), 10_000),
  virtual: list(
    z.strictObject({
      id,
      conditions: list(condition, 50),
      key: tagKey,
      value: text,
      overwrite: z.boolean('has to be true or false').optional(),
    }),
    MOST_RULES,
  ),
});

/** What a rule set has to look like; what rules owe each other is not in it. */
export const ruleSetSchema: z.ZodType<RuleSet> = z.strictObject({
  version: z.int('has to be a whole number').min(1, 'begins with 1'),
  rules: list(rule, MOST_RULES),
  tagSchema: tagSchemaSchema,
});
