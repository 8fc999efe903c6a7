import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import {
  createEnvelopeCipher,
  DatabaseTenantDirectory,
  openDatabases,
  Outbox,
  Refusals,
  type TenantDatabase,
  type TenantTransaction,
} from '@freehold/plugin-tenancy-node';
import { readLocalAuthConfig } from '../config';
import { createEmailHash } from '../domain/hashEmail';
import { SignInAudit } from '../services/SignInAudit';
import { createServices } from '../services/createServices';

export interface FirstOperatorOptions {
  config: RootConfigService;
  logger: LoggerService;
  email: string;
  displayName: string;
}

/**
 * Makes the first operator of a portal that has none, for the command line:
 * everybody else is added by somebody who is signed in.
 *
 * @returns where the operator sets a password, and until when; readable only
 *   here and now
 * @throws NotFoundError when the portal's tables do not exist yet
 * @throws ConflictError when there is an operator, or the e-mail is taken
 */
export async function createFirstOperator(
  options: FirstOperatorOptions,
): Promise<{ url: string; expiresAt: string }> {
  const { config, logger } = options;
  const databases = openDatabases(config, logger);
  try {
    const members = await databases.forPlugin('tenancy');
    const auth = await databases.forPlugin('auth');
    const hasTables =
      (await hasTable(members, 'members')) &&
      (await hasTable(auth, 'local_password_links'));
    if (!hasTables) {
      throw new NotFoundError(
        'The portal has no tables yet: start it once, then create the operator',
      );
    }
    const cipher = createEnvelopeCipher(config);
    const outbox = Outbox.create(cipher);
    const member = await members.transaction(BUSINESS_TENANT, async trx => {
      const added = await addOperator(trx, options);
      await outbox.recordAudit(trx, {
        tenant: BUSINESS_TENANT,
        action: 'createFirstOperator',
        object: { kind: 'member', id: added, name: options.displayName },
        reason: 'From the command line of the server.',
      });
      return added;
    });
    const { passwords } = createServices({
      config: readLocalAuthConfig(config),
      database: auth,
      directory: DatabaseTenantDirectory.create(members),
      cipher,
      outbox,
      audit: SignInAudit.create({
        outbox,
        refusals: Refusals.create({ database: auth, outbox, logger }),
        hashEmail: createEmailHash(config),
      }),
    });
    return await passwords.createLink({ tenant: BUSINESS_TENANT, member });
  } finally {
    await databases.close();
  }
}

function hasTable(database: TenantDatabase, table: string): Promise<boolean> {
  return database.transaction(BUSINESS_TENANT, trx =>
    trx.schema.hasTable(table),
  );
}

/** @returns the operator's member name */
async function addOperator(
  trx: TenantTransaction,
  { email, displayName }: FirstOperatorOptions,
): Promise<string> {
  if (!/^[^@\s]+@[^@\s]+$/.test(email) || !displayName.trim()) {
    throw new InputError('An operator needs an e-mail address and a name');
  }
  // Two commands at once wait for each other here.
  await trx('customers').where({ tenant_id: BUSINESS_TENANT }).forUpdate();
  const staff = await trx('members').where({ tenant_id: BUSINESS_TENANT });
  const isActive = (row: { removed_at: unknown }) => !row.removed_at;
  if (staff.filter(isActive).some(({ role }) => role === 'operator')) {
    throw new ConflictError(
      'There is an operator already: ask them to add you',
    );
  }
  const member = nameFor(
    email,
    staff.map(row => row.member_name),
  );
  const [added] = await trx('members')
    .insert({
      tenant_id: BUSINESS_TENANT,
      member_name: member,
      email: email.toLowerCase(),
      display_name: displayName.trim(),
      role: 'operator',
    })
    .onConflict()
    .ignore()
    .returning('member_name');
  if (!added) {
    throw new ConflictError(
      'Somebody else of the staff has this e-mail address: use another one',
    );
  }
  return member;
}

/** A name nobody of the staff has or had, made from the e-mail address. */
function nameFor(email: string, taken: string[]): string {
  const base =
    email
      .split('@')[0]
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 50)
      .replace(/-+$/, '') || 'operator';
  let name = base;
  for (let number = 2; taken.includes(name); number += 1) {
    name = `${base}-${number}`;
  }
  return name;
}
