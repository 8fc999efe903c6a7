import { PLAIN_SPECIFICATION } from '@freehold/plugin-sites-common';
import { assertPossible, capabilitiesOf } from './capabilities';

const container = { kind: 'container', image: 'nginx:1', port: 80 } as const;
const measures = {
  cpu: '0.5',
  memory: 1024,
  minimumInstances: 2,
  maximumInstances: 4,
};

const check = (cloud: string, size: string, changes: object) => () =>
  assertPossible(
    { id: cloud, title: cloud, capabilities: capabilitiesOf(cloud) },
    size,
    {
      ...PLAIN_SPECIFICATION,
      ...changes,
    },
  );

describe('what a cloud can have', () => {
  it('is static files on every cloud, and on one nobody described only they', () => {
    expect(check('local', 'small', {})).not.toThrow();
    expect(check('aws', 'small', {})).not.toThrow();
    expect(check('other', 'small', { runtime: container })).toThrow(
      'other cannot have this: a container image.',
    );
  });

  it.each([
    ['a custom size', 'custom', { customSize: measures }],
    ['domains of your own', 'small', { domains: ['shop.example'] }],
    ['environment variables', 'small', { environment: { A: '1' } }],
    ['secrets', 'small', { secretReferences: { A: 'arn' } }],
    [
      'a database',
      'small',
      { addOns: { database: { size: 'small', replica: false } } },
    ],
    ['storage', 'small', { addOns: { storage: true } }],
  ])('names %s where a cloud lacks it, and takes it on AWS', (...of) => {
    const [name, size, changes] = of;
    expect(check('local', size, changes)).toThrow(
      `local cannot have this: ${name}.`,
    );
    expect(
      check('aws', size, { ...changes, runtime: container }),
    ).not.toThrow();
  });

  it('names everything that is lacking at once', () => {
    expect(
      check('local', 'small', { runtime: container, domains: ['a.example'] }),
    ).toThrow('a container image, domains of your own');
  });

  it.each([
    [/needs its measures/, 'custom', {}],
    [/has measures of its own/, 'small', { customSize: measures }],
    [
      /more instances at least than at most/,
      'custom',
      { customSize: { ...measures, minimumInstances: 5 } },
    ],
    [
      /KEY is given both/,
      'small',
      {
        runtime: container,
        environment: { KEY: '1' },
        secretReferences: { KEY: 'arn' },
      },
    ],
    [/read no variables/, 'small', { environment: { KEY: '1' } }],
    [/need no processors/, 'custom', { customSize: measures }],
    [/use no database/, 'small', { addOns: { storage: true } }],
    [
      /AWS has 1024 to 4096 MiB/,
      'custom',
      { runtime: container, customSize: { ...measures, memory: 8_192 } },
    ],
  ])('refuses what does not go together: %s', (message, size, changes) => {
    expect(check('aws', size, changes)).toThrow(message);
  });
});
