import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import path from 'node:path';
import { readAwsStackSettings } from '../clouds/readAwsStackSettings';
import type { FourEyes } from './approvalRules';
import type { Retention } from '../jobs/removeOldHistory';
import type { RunSettings } from './Run';

export interface DeploymentsConfig extends RunSettings {
  /** Deployments this process runs at a time. */
  concurrency: number;
  /** How often a live site is looked at. */
  healthIntervalMilliseconds: number;
  /** Whose plans nobody may approve who asked for them. */
  fourEyes: FourEyes;
  drift: {
    /** Of all customers together; with 0 nothing is checked. */
    checksPerHour: number;
    /** How long a site waits for its next check. */
    everyMilliseconds: number;
  };
  /** What local sites' host names end with. */
  domain: string;
  retention: Retention;
  /** Where people reach the portal. */
  publicUrl: string;
}

/** @throws InputError, or the configuration's own error, naming the setting */
export function readDeploymentsConfig(config: Config): DeploymentsConfig {
  const dataDirectory = path.resolve(config.getString('sites.dataDirectory'));
  return {
    terraform: {
      binary: config.getOptionalString('sites.terraform.binary') ?? 'terraform',
      directory: path.resolve(
        config.getOptionalString('sites.terraform.directory') ??
          '../../terraform',
      ),
      cliConfigFile: readFile(config, 'sites.terraform.cliConfigFile'),
      graceMilliseconds: duration(config, 'sites.terraform.cancelGrace', {
        seconds: 30,
      }),
      stepLimitMilliseconds: {
        init: duration(config, 'sites.terraform.stepLimits.init', {
          minutes: 10,
        }),
        plan: duration(config, 'sites.terraform.stepLimits.plan', {
          minutes: 30,
        }),
        apply: duration(config, 'sites.terraform.stepLimits.apply', {
          minutes: 60,
        }),
      },
    },
    runsDirectory: path.resolve(
      config.getOptionalString('sites.runsDirectory') ??
        path.join(dataDirectory, 'runs'),
    ),
    publishedDirectory: path.join(dataDirectory, 'published'),
    timeLimitMilliseconds: duration(config, 'sites.terraform.timeLimit', {
      minutes: 60,
    }),
    staleMilliseconds: duration(config, 'sites.deployments.staleAfter', {
      seconds: 120,
    }),
    takeOverMilliseconds: duration(config, 'sites.deployments.takeOverAfter', {
      minutes: 15,
    }),
    retryMilliseconds: duration(config, 'sites.deployments.retryAfter', {
      seconds: 15,
    }),
    approvalMilliseconds: duration(config, 'sites.approvals.expireAfter', {
      days: 7,
    }),
    aws: readAwsStackSettings(config),
    retention: {
      logMilliseconds: duration(config, 'sites.logs.keepFor', { days: 365 }),
      stateMilliseconds: duration(config, 'sites.state.keepFor', { days: 90 }),
      stateVersions: wholeNumber(config, 'sites.state.keepVersions', {
        otherwise: 50,
        atLeast: 1,
      }),
    },
    fourEyes: readFourEyes(config),
    concurrency: wholeNumber(config, 'sites.deployments.concurrency', {
      otherwise: 2,
      atLeast: 1,
    }),
    healthIntervalMilliseconds: duration(config, 'sites.health.interval', {
      minutes: 1,
    }),
    drift: {
      checksPerHour: wholeNumber(config, 'sites.drift.checksPerHour', {
        otherwise: 60,
        atLeast: 0,
      }),
      everyMilliseconds: duration(config, 'sites.drift.every', { days: 1 }),
    },
    domain: config.getOptionalString('sites.local.domain') ?? 'localhost',
    publicUrl: config.getString('backend.baseUrl'),
  };
}

/**
 * Whose plans nobody may approve who asked for them: those of all customers, or
 * of some tiers.
 */
export function readFourEyes(config: Config): FourEyes {
  const tiers = config.getOptional('sites.approvals.fourEyes') ?? false;
  return typeof tiers === 'boolean'
    ? tiers
    : config.getStringArray('sites.approvals.fourEyes');
}

/** Runs have a working directory of their own, so it is made absolute. */
function readFile(config: Config, key: string): string | undefined {
  const file = config.getOptionalString(key);
  return file && path.resolve(file);
}

function duration(config: Config, key: string, otherwise: HumanDuration) {
  return durationToMilliseconds(
    config.has(key) ? readDurationFromConfig(config, { key }) : otherwise,
  );
}

function wholeNumber(
  config: Config,
  key: string,
  { otherwise, atLeast }: { otherwise: number; atLeast: number },
) {
  const value = config.getOptionalNumber(key) ?? otherwise;
  if (!Number.isInteger(value) || value < atLeast) {
    throw new InputError(
      `${key} must be a whole number of at least ${atLeast}`,
    );
  }
  return value;
}
