import { InputError } from '@backstage/errors';
import { CUSTOM_SIZE, type Specification } from '@freehold/plugin-sites-common';
import { refusalOfFargateSize } from './fargate';
import type { OfferedCloud } from './Offering';

type Capabilities = OfferedCloud['capabilities'];

const STATIC_ONLY: Capabilities = {
  runtimes: ['static'],
  customSize: false,
  domains: false,
  environment: false,
  secrets: false,
  addOns: [],
};

/** What the stack `site-<cloud>` can do; one that is not here does the least. */
const CAPABILITIES: Record<string, Capabilities> = {
  aws: {
    runtimes: ['static', 'container', 'git'],
    customSize: true,
    domains: true,
    environment: true,
    secrets: true,
    addOns: ['database', 'storage'],
  },
};

export function capabilitiesOf(cloud: string): Capabilities {
  return CAPABILITIES[cloud] ?? STATIC_ONLY;
}

/**
 * @throws InputError naming everything the cloud lacks, and whatever in the
 *   specification does not go together
 */
export function assertPossible(
  cloud: Pick<OfferedCloud, 'id' | 'title' | 'capabilities'>,
  size: string,
  specification: Specification,
): void {
  const lacks = listLacks(cloud.capabilities, size, specification);
  if (lacks.length > 0) {
    throw new InputError(
      `${cloud.title} cannot have this: ${lacks.join(', ')}. Leave it out; the offering says what each cloud can have.`,
    );
  }
  const { customSize } = specification;
  const contradiction =
    findContradiction(size, specification) ??
    (cloud.id === 'aws' && customSize && refusalOfFargateSize(customSize));
  if (contradiction) {
    throw new InputError(contradiction);
  }
}

function listLacks(
  can: Capabilities,
  size: string,
  { runtime, domains, environment, secretReferences, addOns }: Specification,
): string[] {
  const runtimeNames = {
    static: 'static files',
    container: 'a container image',
    git: 'an image built from a Git repository',
  };
  const wanted: [string, boolean, boolean][] = [
    [runtimeNames[runtime.kind], true, can.runtimes.includes(runtime.kind)],
    ['a custom size', size === CUSTOM_SIZE, can.customSize],
    ['domains of your own', domains.length > 0, can.domains],
    [
      'environment variables',
      Object.keys(environment).length > 0,
      can.environment,
    ],
    ['secrets', Object.keys(secretReferences).length > 0, can.secrets],
    [
      'a database',
      addOns.database !== undefined,
      can.addOns.includes('database'),
    ],
    ['storage', addOns.storage === true, can.addOns.includes('storage')],
  ];
  return wanted
    .filter(([, isWanted, isPossible]) => isWanted && !isPossible)
    .map(([name]) => name);
}

function findContradiction(
  size: string,
  specification: Specification,
): string | undefined {
  const { customSize, environment, secretReferences, runtime } = specification;
  if (size === CUSTOM_SIZE && !customSize) {
    return 'The size custom needs its measures: give customSize.';
  }
  if (size !== CUSTOM_SIZE && customSize) {
    return `The size ${size} has measures of its own: leave customSize out, or choose the size custom.`;
  }
  if (customSize && customSize.minimumInstances > customSize.maximumInstances) {
    return 'There cannot be more instances at least than at most.';
  }
  const variables = Object.keys(environment);
  const twice = variables.find(name => name in secretReferences);
  if (twice !== undefined) {
    return `The variable ${twice} is given both as a value and as a secret. Keep one of them.`;
  }
  return runtime.kind === 'static'
    ? findTooMuchForFiles(specification)
    : undefined;
}

/** Nothing runs at files that could use what containers use. */
function findTooMuchForFiles({
  customSize,
  environment,
  secretReferences,
  addOns,
}: Specification): string | undefined {
  if (Object.keys({ ...environment, ...secretReferences }).length > 0) {
    return 'Static files read no variables: leave environment and secretReferences out, or choose a container.';
  }
  if (customSize) {
    return 'Static files need no processors: choose another size, or a container.';
  }
  return addOns.database || addOns.storage
    ? 'Static files use no database and no storage: leave addOns out, or choose a container.'
    : undefined;
}
