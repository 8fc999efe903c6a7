import type {
  Outbox,
  TenantDatabase,
  TenantDirectory,
} from '@freehold/plugin-tenancy-node';
import type { LocalAuthConfig } from '../config';
import { AccountsStore } from '../database/AccountsStore';
import { AttemptsStore } from '../database/AttemptsStore';
import { PasswordLinksStore } from '../database/PasswordLinksStore';
import { SessionsStore } from '../database/SessionsStore';
import { AttemptLimiter } from './AttemptLimiter';
import { PasswordHasher } from './PasswordHasher';
import { PasswordResetService } from './PasswordResetService';
import { PasswordsService } from './PasswordsService';
import { SessionsService } from './SessionsService';
import { SignInService } from './SignInService';
import type { SignInAudit } from './SignInAudit';
import { TokenIssuer } from './TokenIssuer';

/** Puts the parts of local sign-in together. */
export function createServices(options: {
  config: LocalAuthConfig;
  /** The auth plugin's. */
  database: TenantDatabase;
  directory: TenantDirectory;
  audit: SignInAudit;
  /** The auth plugin's. */
  outbox: Outbox;
}) {
  const { audit, config, database, directory, outbox } = options;
  const stores = {
    accounts: AccountsStore.create(database),
    attempts: AttemptsStore.create(database),
    links: PasswordLinksStore.create(database),
    sessions: SessionsStore.create(database),
  };
  const hasher = PasswordHasher.create();
  const limiter = AttemptLimiter.create(stores.attempts);
  const tokens = TokenIssuer.create();
  const sessions = SessionsService.create({
    store: stores.sessions,
    directory,
    tokens,
    limits: config.sessions,
    audit,
  });
  const signIns = SignInService.create({
    directory,
    accounts: stores.accounts,
    hasher,
    limiter,
    sessions,
    audit,
    businessName: config.businessName,
  });
  const passwords = PasswordsService.create({
    database,
    directory,
    accounts: stores.accounts,
    links: stores.links,
    sessions: stores.sessions,
    hasher,
    limiter,
    audit,
    outbox,
    appBaseUrl: config.appBaseUrl,
    businessName: config.businessName,
    linkLifetimeMs: config.passwordLinkLifetimeMs,
  });
  const passwordResets = PasswordResetService.create({
    database,
    directory,
    links: stores.links,
    limiter,
    outbox,
    appBaseUrl: config.appBaseUrl,
    businessName: config.businessName,
  });
  return {
    hasher,
    passwordResets,
    passwords,
    sessions,
    signIns,
    stores,
    tokens,
  };
}
