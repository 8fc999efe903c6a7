import type { Capabilities, OfferedCloud } from '../api';

/** What a cloud may lack, in the order people are told it. */
export type Lack =
  | 'runtimes'
  | 'customSize'
  | 'domains'
  | 'environment'
  | 'secrets'
  | 'database'
  | 'storage';

/** What sites on a cloud cannot have that others can. */
export function lacksOf(can: Capabilities): Lack[] {
  const lacks: Record<Lack, boolean> = {
    runtimes: can.runtimes.every(kind => kind === 'static'),
    customSize: !can.customSize,
    domains: !can.domains,
    environment: !can.environment,
    secrets: !can.secrets,
    database: !can.addOns.includes('database'),
    storage: !can.addOns.includes('storage'),
  };
  return (Object.keys(lacks) as Lack[]).filter(lack => lacks[lack]);
}

/** Whether one of the other clouds can have some of what a cloud lacks. */
export function canBeHadElsewhere(
  cloud: Pick<OfferedCloud, 'id' | 'capabilities'>,
  clouds: Pick<OfferedCloud, 'id' | 'capabilities'>[],
): boolean {
  const lacked = lacksOf(cloud.capabilities);
  return clouds.some(({ id, capabilities }) => {
    const lackedThere = lacksOf(capabilities);
    return id !== cloud.id && lacked.some(what => !lackedThere.includes(what));
  });
}
