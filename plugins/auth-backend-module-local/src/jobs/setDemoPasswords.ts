import { readFile } from 'node:fs/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import { parse } from 'yaml';
import { z } from 'zod';
import type { AccountsStore } from '../database/AccountsStore';
import type { PasswordHasher } from '../services/PasswordHasher';

const demoFileSchema = z.object({
  password: z.string().min(1),
  customers: z
    .array(
      z.object({
        slug: z.string(),
        members: z.array(z.object({ name: z.string() })),
      }),
    )
    .default([]),
  staff: z.array(z.object({ name: z.string() })).default([]),
});

/**
 * Gives the demonstration members that have no password yet the one of the
 * file. A password that a member chose since then stays.
 */
export async function setDemoPasswords(options: {
  file: string;
  accounts: AccountsStore;
  hasher: PasswordHasher;
  logger: LoggerService;
}): Promise<void> {
  const { file, accounts, hasher, logger } = options;
  const demo = demoFileSchema.safeParse(parse(await readFile(file, 'utf8')));
  if (!demo.success) {
    throw new InputError(
      `The file of 'auth.local.demo.file' is wrong: ${z.prettifyError(demo.error)}`,
    );
  }
  const keys = [
    ...demo.data.customers.flatMap(({ slug, members }) =>
      members.map(({ name }) => ({ tenant: slug, member: name })),
    ),
    ...demo.data.staff.map(({ name }) => ({
      tenant: BUSINESS_TENANT,
      member: name,
    })),
  ];
  let added = 0;
  for (const key of keys) {
    if (!(await accounts.findPasswordHash(key))) {
      const passwordHash = await hasher.hash(demo.data.password);
      await accounts.addPasswordHash(key, passwordHash, new Date());
      added += 1;
    }
  }
  logger.info(`Gave ${added} demonstration members their password`);
}
