import { operationOf, withBody, type Gap } from './Gap.ts';

const SERVICE = 'AmazonEC2ContainerServiceV20141113';
/** What moto forgets of a new service, and keeps of a changed one. */
const FORGOTTEN = ['healthCheckGracePeriodSeconds', 'enableECSManagedTags'];
/** What AWS says of a service that was made without a word about it. */
const USUAL = { availabilityZoneRebalancing: 'DISABLED' };

/** Settings of container services: a new one is changed to what it was to be. */
export function serviceSettings(): Gap {
  return {
    async answer(call, moto) {
      if (operationOf(call, SERVICE) !== 'CreateService') return undefined;
      const reply = await moto(call);
      if (reply.status >= 300) return reply;
      const given = JSON.parse(call.body.toString());
      const forgotten = FORGOTTEN.filter(name => given[name] !== undefined);
      const update = withBody(
        call,
        JSON.stringify({
          cluster: given.cluster,
          service: given.serviceName,
          ...USUAL,
          ...Object.fromEntries(forgotten.map(name => [name, given[name]])),
        }),
      );
      return moto({
        ...update,
        headers: {
          ...update.headers,
          'x-amz-target': `${SERVICE}.UpdateService`,
        },
      });
    },
  };
}
