import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import {
  memberRoles,
  type Role,
  staffRoles,
} from '@freehold/plugin-tenancy-common';
import type { SecondFactorPolicy } from './domain/factors';
import {
  type FederationConfig,
  readFederationConfig,
} from './federation/providers';
import type { SessionLimits } from './domain/sessions';

const HOUR = 60 * 60 * 1000;

function duration(config: Config, key: string, fallbackMs: number): number {
  return config.has(key)
    ? durationToMilliseconds(readDurationFromConfig(config, { key }))
    : fallbackMs;
}

/** Settings of local sign-in; durations in milliseconds. */
export interface LocalAuthConfig {
  /** Where browsers open the portal; links point there. */
  appBaseUrl: string;
  /** Origins whose pages may call state-changing routes. */
  allowedOrigins: string[];
  /** Browsers reach the portal over TLS. */
  isSecure: boolean;
  /** What the business's own tenant is called when a person must choose. */
  businessName: string;
  sessions: SessionLimits;
  secondFactor: SecondFactorPolicy;
  federation: FederationConfig;
  passwordLinkLifetimeMs: number;
  answerIntervalMs: number;
  demoFile?: string;
}

/**
 * @throws InputError naming the setting that is wrong
 */
export function readLocalAuthConfig(config: Config): LocalAuthConfig {
  const appBaseUrl = config.getString('app.baseUrl').replace(/\/+$/, '');
  const backendBaseUrl = config.getString('backend.baseUrl');
  if (!config.has('auth.providers.local')) {
    throw new InputError(
      "Missing setting 'auth.providers.local': add it (empty) to switch on sign-in with e-mail and password",
    );
  }
  refuseRepeatableSignatures(config);
  return {
    appBaseUrl,
    allowedOrigins: [appBaseUrl, backendBaseUrl].map(
      url => new URL(url).origin,
    ),
    isSecure: new URL(backendBaseUrl).protocol === 'https:',
    businessName: config.getOptionalString('organization.name') ?? 'Staff',
    sessions: readSessionLimits(config),
    secondFactor: readSecondFactorPolicy(config),
    federation: readFederationConfig(config),
    passwordLinkLifetimeMs: readPasswordLinkLifetime(config),
    answerIntervalMs: duration(config, 'auth.local.answerInterval', 300),
    demoFile: readDemoFile(config),
  };
}

export function readSessionLimits(config: Config): SessionLimits {
  return {
    idleMs: duration(config, 'auth.local.sessions.idleLimit', 12 * HOUR),
    absoluteMs: duration(
      config,
      'auth.local.sessions.absoluteLimit',
      7 * 24 * HOUR,
    ),
  };
}

const ROLES: readonly string[] = [...staffRoles, ...memberRoles];

/**
 * @throws InputError when a role is named that there is none of: a slip here
 *   would leave a role without its second factor
 */
export function readSecondFactorPolicy(config: Config): SecondFactorPolicy {
  const key = 'auth.local.secondFactor.requiredFor';
  const roles = config.getOptionalStringArray(key) ?? [];
  const unknown = roles.find(role => !ROLES.includes(role));
  if (unknown !== undefined) {
    throw new InputError(
      `The setting '${key}' names '${unknown}', which is no role: use some of ${ROLES.join(', ')}`,
    );
  }
  return { requiredFor: new Set(roles as Role[]) };
}

export function readPasswordLinkLifetime(config: Config): number {
  return duration(config, 'auth.local.passwordLinks.lifetime', 72 * HOUR);
}

/**
 * Tokens are told apart by their signatures, so two of the same second must not
 * have the same one.
 */
function refuseRepeatableSignatures(config: Config): void {
  const algorithm = config.getOptionalString('auth.identityTokenAlgorithm');
  if (algorithm && !/^(ES|PS)/.test(algorithm)) {
    throw new InputError(
      `The setting 'auth.identityTokenAlgorithm' is '${algorithm}': use ES256, ES384, ES512 or one of PS256 to PS512`,
    );
  }
}

function readDemoFile(config: Config): string | undefined {
  const file = config.getOptionalString('auth.local.demo.file');
  if (file && config.getOptionalString('freehold.environment') !== 'local') {
    throw new InputError(
      "The setting 'auth.local.demo.file' gives accounts a published password: remove it, or set 'freehold.environment' to 'local'",
    );
  }
  return file;
}
