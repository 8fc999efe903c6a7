import type { Config } from '@backstage/config';
import { staffRoles } from '@freehold/plugin-tenancy-common';

export interface UnsafeSetting {
  /** Name of the setting, as in app-config.yaml, or of the variable. */
  key: string;
  /** What to do about it; one sentence. */
  advice: string;
}

type Check = (
  config: Config,
  environment: Record<string, string | undefined>,
) => UnsafeSetting[];

const guestSignIn: Check = config =>
  found(config.has('auth.providers.guest'), {
    key: 'auth.providers.guest',
    advice: 'Remove it; nobody signs in without a password.',
  });

const openBackend: Check = config =>
  found(
    config.getOptionalBoolean(
      'backend.auth.dangerouslyDisableDefaultAuthPolicy',
    ) === true,
    {
      key: 'backend.auth.dangerouslyDisableDefaultAuthPolicy',
      advice: 'Remove it; it opens every route to everybody.',
    },
  );

const permissionsOff: Check = config =>
  found(config.getOptionalBoolean('permission.enabled') !== true, {
    key: 'permission.enabled',
    advice: 'Set it to true; without it every customer sees every other.',
  });

const unrestrictedAccess: Check = config =>
  (config.getOptionalConfigArray('backend.auth.externalAccess') ?? []).flatMap(
    (access, index) =>
      found(!access.has('accessRestrictions'), {
        key: `backend.auth.externalAccess[${index}].accessRestrictions`,
        advice: 'Name the plugins it is for; without it the token reads all.',
      }),
  );

const demoData: Check = config => [
  ...['tenancy.demo.file', 'auth.local.demo.file'].flatMap(key =>
    found(config.has(key), {
      key,
      advice: 'Remove it; demonstration sign-ins are published.',
    }),
  ),
  ...found(config.has('costs.demo.file'), {
    key: 'costs.demo.file',
    advice: 'Remove it; its costs are made up.',
  }),
];

const plainHttp: Check = config =>
  ['app.baseUrl', 'backend.baseUrl'].flatMap(key =>
    found(!config.getOptionalString(key)?.startsWith('https://'), {
      key,
      advice: 'Use an https:// address; passwords travel to it.',
    }),
  );

const staffByPasswordAlone: Check = config => {
  const key = 'auth.local.secondFactor.requiredFor';
  const required = config.getOptionalStringArray(key) ?? [];
  return found(!staffRoles.every(role => required.includes(role)), {
    key,
    advice: `Name ${staffRoles.join(', ')}; staff reach what all customers have.`,
  });
};

const anyProxy: Check = config =>
  found(config.getOptional('backend.trustProxy') === true, {
    key: 'backend.trustProxy',
    advice:
      'Name the addresses of your proxies, or how many there are; true believes what any caller says of its address.',
  });

const developmentMode: Check = (_config, environment) =>
  found(environment.NODE_ENV !== 'production', {
    key: 'NODE_ENV',
    advice: 'Set this environment variable to production.',
  });

const plainDatabase: Check = config => {
  const key = 'backend.database.connection';
  const connection = config.getOptional(key);
  if (typeof connection === 'string') {
    return found(
      !/[?&]sslmode=(require|verify-ca|verify-full)/.test(connection),
      {
        key,
        advice: 'Add sslmode=verify-full to the connection string.',
      },
    );
  }
  const settings = config.getOptionalConfig(key);
  const host = settings?.getOptionalString('host') ?? '';
  const isOnThisMachine = /^(localhost|127\.\d+\.\d+\.\d+|::1|\/.*)$/.test(
    host,
  );
  const ssl = settings?.getOptional('ssl');
  return found(!isOnThisMachine && !ssl, {
    key: `${key}.ssl`,
    advice: `Set it; '${host}' is another machine and the line is not encrypted.`,
  });
};

const weakSecrets: Check = config => [
  ...weakDatabasePassword(config),
  ...weakSecret(
    'auth.session.secret',
    config.getOptionalString('auth.session.secret'),
  ),
  ...listed(config, 'tenancy.encryption.keys', 'key'),
  ...listed(config, 'backend.auth.keys', 'secret'),
];

function weakDatabasePassword(config: Config): UnsafeSetting[] {
  const key = 'backend.database.connection';
  // A connection string is the database's own business.
  return typeof config.getOptional(key) === 'string'
    ? []
    : weakSecret(`${key}.password`, config.getOptional(`${key}.password`));
}

function listed(config: Config, list: string, field: string): UnsafeSetting[] {
  return (config.getOptionalConfigArray(list) ?? []).flatMap((entry, index) =>
    weakSecret(`${list}[${index}].${field}`, entry.getOptional(field)),
  );
}

const SHORTEST_SECRET = 16;
const KNOWN_SECRET =
  /^(.)\1*$|change.?me|default|example|freehold|password|postgres|secret/i;

function weakSecret(key: string, value: unknown): UnsafeSetting[] {
  const isWeak =
    typeof value === 'string' &&
    (value.length < SHORTEST_SECRET || KNOWN_SECRET.test(value));
  return found(isWeak, {
    key,
    advice: `Use ${SHORTEST_SECRET} or more random characters, such as openssl rand -base64 32 prints.`,
  });
}

const always: Check[] = [
  guestSignIn,
  openBackend,
  permissionsOff,
  unrestrictedAccess,
];

const inProduction: Check[] = [
  demoData,
  plainHttp,
  anyProxy,
  staffByPasswordAlone,
  developmentMode,
  plainDatabase,
  weakSecrets,
];

/** Everything unsafe in the settings of a portal. */
export const findUnsafeSettings: Check = (config, environment) => {
  const isLocal = config.getOptionalString('freehold.environment') === 'local';
  const checks = isLocal ? always : [...always, ...inProduction];
  return checks.flatMap(check => check(config, environment));
};

function found(isUnsafe: boolean, setting: UnsafeSetting): UnsafeSetting[] {
  return isUnsafe ? [setting] : [];
}
