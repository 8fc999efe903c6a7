import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { readSchedulerServiceTaskScheduleDefinitionFromConfig } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import path from 'node:path';
import { BucketPlace } from './BucketPlace';
import { FolderPlace } from './FolderPlace';
import type { Place } from './Place';

/** One entry of `costs.collect`: a place, and the source that its files are of. */
export interface CollectSettings {
  /** Name of the source. */
  source: string;
  defaults: Record<string, string>;
  place: Place;
  /** Whether every file comes to what is there, instead of the newest of a month taking its place. */
  addsAll: boolean;
  /** A file that changed since is still being written. */
  settleMilliseconds: number;
  schedule: SchedulerServiceTaskScheduleDefinition;
}

const USUAL_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { hours: 1 },
  timeout: { hours: 6 },
  initialDelay: { seconds: 15 },
};
const USUAL_SETTLE_SECONDS = 60;

/** @throws InputError, which says what is wrong and nothing of what is secret */
export function readCollectConfig(config: Config): CollectSettings[] {
  const entries = config.getOptionalConfigArray('costs.collect') ?? [];
  const sources = entries.map(entry => entry.getString('source'));
  const twice = sources.find((name, at) => sources.indexOf(name) !== at);
  if (twice) {
    throw new InputError(
      `costs.collect names the source '${twice}' twice, and the files of one place would take the place of the other's. Give each place a source of its own.`,
    );
  }
  return entries.map(readEntry);
}

function readEntry(entry: Config): CollectSettings {
  return {
    source: entry.getString('source'),
    defaults: entry.getOptional<Record<string, string>>('defaults') ?? {},
    place: readPlace(entry),
    addsAll: entry.getOptionalString('months') === 'add',
    settleMilliseconds:
      (entry.getOptionalNumber('settleSeconds') ?? USUAL_SETTLE_SECONDS) *
      1_000,
    schedule: entry.has('schedule')
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          entry.getConfig('schedule'),
        )
      : USUAL_SCHEDULE,
  };
}

function readPlace(entry: Config): Place {
  const folder = entry.getOptionalString('folder');
  const s3 = entry.getOptionalConfig('s3');
  if (Boolean(folder) === Boolean(s3)) {
    throw new InputError(
      `The entry of costs.collect for '${entry.getString('source')}' needs either folder or s3.`,
    );
  }
  if (folder) {
    return new FolderPlace(path.resolve(folder));
  }
  const keys = s3!.getOptionalConfig('credentials');
  return new BucketPlace({
    bucket: s3!.getString('bucket'),
    region: s3!.getString('region'),
    prefix: s3!.getOptionalString('prefix') ?? '',
    endpoint: s3!.getOptionalString('endpoint'),
    credentials: keys && {
      accessKeyId: keys.getString('accessKeyId'),
      secretAccessKey: keys.getString('secretAccessKey'),
    },
  });
}
