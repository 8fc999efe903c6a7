import { InputError, toError } from '@backstage/errors';
import {
  CUSTOMER_SLUG_PATTERN,
  customerTiers,
  memberRoles,
  staffRoles,
} from '@freehold/plugin-tenancy-common';
import fs from 'node:fs/promises';
import path from 'node:path';
import YAML from 'yaml';
import { z } from 'zod';

const person = {
  name: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/),
  email: z.email(),
  displayName: z.string().min(1).max(100),
};

const demoSchema = z.strictObject({
  password: z.string().min(1),
  customers: z.array(
    z.strictObject({
      slug: z.string().regex(new RegExp(CUSTOMER_SLUG_PATTERN)),
      name: z.string().min(1).max(100),
      tier: z.enum(customerTiers),
      requiresApproval: z.boolean().default(false),
      members: z.array(
        z.strictObject({ ...person, role: z.enum(memberRoles) }),
      ),
    }),
  ),
  staff: z.array(z.strictObject({ ...person, role: z.enum(staffRoles) })),
});

/** The customers and people a first start on one's own machine begins with. */
export type Demo = z.infer<typeof demoSchema>;

/**
 * Reads the file that the configuration names for demo data.
 *
 * @param file - absolute, or relative to the working directory
 * @throws InputError that names the file and what in it is wrong
 */
export async function readDemoFile(file: string): Promise<Demo> {
  try {
    return demoSchema.parse(
      YAML.parse(await fs.readFile(path.resolve(file), 'utf8')),
    );
  } catch (error) {
    const reason =
      error instanceof z.ZodError
        ? z.prettifyError(error)
        : toError(error).message;
    throw new InputError(`Cannot use the demo file '${file}': ${reason}`);
  }
}
