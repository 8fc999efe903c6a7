import type { Entity } from '@backstage/catalog-model';
import { customer, person, site } from '../__testUtils__/examples';
import {
  LOCATION_TYPE,
  toComponent,
  toCustomerGroup,
  toStaffGroup,
  toUser,
} from '../entities';
import { TenantNamespaceProcessor } from './TenantNamespaceProcessor';

const OURS = { type: LOCATION_TYPE, target: 'acme' };
const FILE = { type: 'file', target: '/entities.yaml' };

function entity(namespace: string | undefined, spec: object = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'thing', namespace },
    spec: { type: 'library', ...spec },
  };
}

function process(subject: Entity, location = OURS, originLocation = location) {
  return new TenantNamespaceProcessor().preProcessEntity(
    subject,
    location,
    jest.fn(),
    originLocation,
  );
}

describe('TenantNamespaceProcessor', () => {
  it.each([
    ['customers', toCustomerGroup(customer('acme'))],
    ['members', toUser(person('acme', 'ann'))],
    ['staff', toUser(person('default', 'olga', 'operator'))],
    ['the group of staff', toStaffGroup('Freehold')],
    ['sites', toComponent(site('acme', 'shop'))],
  ])('takes %s as this module makes them', async (_what, subject) => {
    await expect(process(subject)).resolves.toBe(subject);
  });

  it('takes entities of the business from elsewhere', async () => {
    const subject = entity(undefined, {
      owner: 'staff',
      dependsOn: ['resource:default/database'],
    });
    await expect(process(subject, FILE)).resolves.toBe(subject);
  });

  it.each([
    ['a file', FILE, FILE],
    ['a file that this module led to', FILE, OURS],
    ['this module, led to by a file', OURS, FILE],
  ])(
    'refuses entities in the namespace of a customer from %s',
    async (_what, location, origin) => {
      await expect(process(entity('acme'), location, origin)).rejects.toThrow(
        /customer's namespace/,
      );
    },
  );

  it.each([
    { owner: 'group:default/staff' },
    { owner: 'birch/birch' },
    { system: 'default/shop' },
    { domain: 'domain:default/retail' },
    { dependsOn: ['component:shop', 'component:birch/shop'] },
    { dependencyOf: ['component:birch/shop'] },
    { memberOf: ['group:birch/birch'] },
    { members: ['user:birch/bea'] },
    { parent: 'group:birch/birch' },
    { children: ['group:birch/birch'] },
    { providesApis: ['default/api'] },
    { consumesApis: ['default/api'] },
    { subcomponentOf: 'default/whole' },
    { subdomainOf: 'default/whole' },
  ])('refuses a relation out of the namespace: %j', async spec => {
    await expect(process(entity('acme', spec))).rejects.toThrow(
      /another namespace/,
    );
  });

  it('refuses a relation of the business into the namespace of a customer', async () => {
    await expect(
      process(entity('default', { owner: 'group:acme/acme' }), FILE),
    ).rejects.toThrow(/another namespace/);
  });
});
