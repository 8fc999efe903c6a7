import { offering } from '../__testUtils__/samples';
import {
  areExtrasValid,
  NO_EXTRAS,
  possibleExtras,
  problemsOfExtras,
  toExtras,
  toExtrasDraft,
  withRow,
} from './ExtrasDraft';
import {
  FIRST_MEASURES,
  memoryChoices,
  problemsOfMeasures,
  toCustomSize,
  toMeasures,
  withCpu,
} from './Measures';
import {
  FIRST_RUNTIME,
  problemsOfRuntime,
  toRuntime,
  toRuntimeDraft,
} from './RuntimeDraft';

const aws = offering.clouds.find(({ id }) => id === 'aws')!.capabilities;
const row = (name: string, value = '', id = 0) => ({ id, name, value });

describe('what runs a site, as a form holds it', () => {
  it('is what it was when it is read and written', () => {
    const runtime = {
      kind: 'git' as const,
      repository: 'https://git.example/shop',
      reference: 'main',
      image: 'shop:1',
      port: 80,
    };
    expect(toRuntime(toRuntimeDraft(runtime))).toEqual(runtime);
    expect(toRuntime(FIRST_RUNTIME)).toEqual({ kind: 'static' });
  });

  it('is wrong only in what its kind needs', () => {
    const draft = { ...FIRST_RUNTIME, port: '70000', repository: 'git@x' };
    expect(problemsOfRuntime(draft)).toEqual({});
    expect(problemsOfRuntime({ ...draft, kind: 'container' })).toEqual({
      image: 'image',
      port: 'port',
    });
    expect(toRuntime({ ...draft, kind: 'git' })).toBeUndefined();
  });
});

describe('measures of one’s own', () => {
  it('are what they were when they are read and written', () => {
    const customSize = {
      cpu: '4' as const,
      memory: 9_216,
      minimumInstances: 2,
      maximumInstances: 6,
    };
    expect(toCustomSize(toMeasures(customSize))).toEqual(customSize);
    expect(memoryChoices(toMeasures(customSize))).toContain('9216');
  });

  it('take memory along that goes with the processors', () => {
    expect(withCpu(FIRST_MEASURES, '8').memory).toBe('16384');
    expect(withCpu(FIRST_MEASURES, '0.25').memory).toBe('1024');
  });

  it('have no fewer instances at most than at least', () => {
    const wrong = { ...FIRST_MEASURES, minimumInstances: '3' };
    expect(problemsOfMeasures(wrong)).toEqual({
      maximumInstances: 'fewerAtMost',
    });
    expect(
      problemsOfMeasures({ ...FIRST_MEASURES, maximumInstances: 'many' }),
    ).toEqual({ maximumInstances: 'instances' });
    expect(toCustomSize(wrong)).toBeUndefined();
  });
});

describe('what a site has beside itself, as a form holds it', () => {
  it('is what it was when it is read and written', () => {
    const extras = {
      domains: ['www.example.com'],
      environment: { MODE: 'live' },
      secretReferences: {
        TOKEN: 'arn:aws:ssm:eu-west-1:111111111111:parameter/acme/token',
      },
      addOns: {
        database: { size: 'small' as const, replica: true },
        storage: true,
      },
    };
    const draft = toExtrasDraft(extras);
    expect(areExtrasValid(draft)).toBe(true);
    expect(toExtras(draft)).toEqual(extras);
  });

  it('passes over rows with nothing in them', () => {
    const draft = { ...NO_EXTRAS, domains: withRow(withRow([])) };
    expect(areExtrasValid(draft)).toBe(true);
    expect(toExtras(draft).domains).toEqual([]);
  });

  it('says of each row what is wrong with it', () => {
    const problems = problemsOfExtras({
      ...NO_EXTRAS,
      domains: [row('Shop'), row('a.example', '', 1), row('a.example', '', 2)],
      environment: [row('1A'), row('', 'x', 1), row('TOKEN', 'x', 2)],
      secretReferences: [row('TOKEN', 'arn:aws:iam::1:role/x')],
    });
    expect([...problems.domains]).toEqual([
      [0, { name: 'domain' }],
      [2, { name: 'twice' }],
    ]);
    expect([...problems.environment]).toEqual([
      [0, { name: 'variable', value: undefined }],
      [1, { name: 'variableMissing', value: undefined }],
    ]);
    expect([...problems.secretReferences]).toEqual([
      [0, { name: 'twice', value: 'secret' }],
    ]);
  });

  it('leaves to static files nothing that would have to run', () => {
    const draft = {
      ...NO_EXTRAS,
      domains: [row('a.example')],
      environment: [row('MODE', 'live')],
      database: 'small' as const,
      storage: true,
    };
    expect(toExtras(possibleExtras(draft, aws, 'static'))).toEqual({
      domains: ['a.example'],
      environment: {},
      secretReferences: {},
      addOns: {},
    });
  });
});
