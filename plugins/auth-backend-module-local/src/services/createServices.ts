import type {
  EnvelopeCipher,
  Outbox,
  TenantDatabase,
  TenantDirectory,
} from '@freehold/plugin-tenancy-node';
import type { LocalAuthConfig } from '../config';
import { AccountsStore } from '../database/AccountsStore';
import { AttemptsStore } from '../database/AttemptsStore';
import { AuthenticatorsStore } from '../database/AuthenticatorsStore';
import { ChallengesStore } from '../database/ChallengesStore';
import { IdentitiesStore } from '../database/IdentitiesStore';
import { KnownDevicesStore } from '../database/KnownDevicesStore';
import { PasswordLinksStore } from '../database/PasswordLinksStore';
import { RecoveryCodesStore } from '../database/RecoveryCodesStore';
import { SessionsStore } from '../database/SessionsStore';
import { AttemptLimiter } from './AttemptLimiter';
import { ChallengesService } from './ChallengesService';
import { EnrolmentService } from './EnrolmentService';
import { FactorChanges } from './FactorChanges';
import { FactorsService } from './FactorsService';
import { IdentitiesService } from './IdentitiesService';
import { KnownDevices } from './KnownDevices';
import { LocksService } from './LocksService';
import { Passkeys } from './Passkeys';
import { PasswordHasher } from './PasswordHasher';
import { PasswordResetService } from './PasswordResetService';
import { PasswordsService } from './PasswordsService';
import { SecurityService } from './SecurityService';
import { SessionsService } from './SessionsService';
import type { SignInAudit } from './SignInAudit';
import { SignInService } from './SignInService';
import { TokenIssuer } from './TokenIssuer';
import { TotpCodes } from './TotpCodes';
import { TotpSecrets } from './TotpSecrets';

/** Puts the parts of local sign-in together. */
export function createServices(options: {
  config: LocalAuthConfig;
  /** The auth plugin's. */
  database: TenantDatabase;
  directory: TenantDirectory;
  cipher: EnvelopeCipher;
  outbox: Outbox;
  audit: SignInAudit;
}) {
  const { audit, config, database, directory, outbox } = options;
  const { appBaseUrl, businessName, secondFactor: policy } = config;
  const limits = config.sessions;
  const stores = createStores(database);
  const hasher = PasswordHasher.create();
  const limiter = AttemptLimiter.create(stores.attempts);
  const tokens = TokenIssuer.create();
  const devices = KnownDevices.create({
    store: stores.devices,
    outbox,
    appBaseUrl,
  });
  const sessions = SessionsService.create({
    database,
    store: stores.sessions,
    directory,
    devices,
    tokens,
    limits,
    policy,
    audit,
  });
  const secrets = TotpSecrets.create(options.cipher, stores.authenticators);
  const codes = TotpCodes.create(businessName);
  const passkeys = Passkeys.create({
    appBaseUrl,
    origins: config.allowedOrigins,
    name: businessName,
  });
  const shared = { ...stores, devices, hasher, limiter, secrets, codes };
  const factors = FactorsService.create({ ...shared, passkeys });
  const challenges = ChallengesService.create({
    store: stores.challenges,
    authenticators: stores.authenticators,
    directory,
    factors,
    passkeys,
    sessions,
    policy,
    audit,
  });
  const changes = FactorChanges.create({ ...stores, outbox, appBaseUrl });
  const passwordParts = {
    ...shared,
    database,
    directory,
    outbox,
    audit,
    appBaseUrl,
    businessName,
  };
  const passwords = PasswordsService.create({
    ...passwordParts,
    linkLifetimeMs: config.passwordLinkLifetimeMs,
  });
  const identities = IdentitiesService.create({
    database,
    store: stores.identities,
    challenges,
    challengesStore: stores.challenges,
    directory,
    links: stores.links,
    outbox,
    passwords,
    providers: config.federation.providers,
  });
  return {
    challenges,
    hasher,
    identities,
    secrets,
    sessions,
    stores,
    tokens,
    enrolments: EnrolmentService.create({
      ...shared,
      database,
      changes,
      passkeys,
      sessions,
    }),
    locks: LocksService.create({ ...stores, database, directory, outbox }),
    passwordResets: PasswordResetService.create(passwordParts),
    passwords,
    security: SecurityService.create({
      ...shared,
      database,
      changes,
      factors,
      identities,
      limits,
      outbox,
      passkeys,
      policy,
    }),
    signIns: SignInService.create({
      ...shared,
      directory,
      challenges,
      audit,
      businessName,
    }),
  };
}

function createStores(database: TenantDatabase) {
  return {
    accounts: AccountsStore.create(database),
    attempts: AttemptsStore.create(database),
    authenticators: AuthenticatorsStore.create(database),
    challenges: ChallengesStore.create(database),
    devices: KnownDevicesStore.create(database),
    identities: IdentitiesStore.create(database),
    links: PasswordLinksStore.create(database),
    recoveryCodes: RecoveryCodesStore.create(database),
    sessions: SessionsStore.create(database),
  };
}
