import YAML from 'yaml';
import { exists, read } from './support/files.ts';

const DOCKERFILE = 'packages/backend/Dockerfile';
const COMPOSE = 'compose.yaml';
/** docker/prepare.sh makes these. */
const MADE_LATER = 'docker/secrets/';

interface Compose {
  services: Record<
    string,
    {
      build?: { dockerfile: string };
      volumes?: string[];
      secrets?: string[];
    }
  >;
  secrets: Record<string, { file: string }>;
}

/**
 * What the image and the containers take from the checkout is there: they are
 * not built where this runs.
 */
export function check(): string[] {
  return [
    ...missing(DOCKERFILE, copiedSources()),
    ...missing(COMPOSE, mountedSources()),
    ...undeclaredSecrets(),
    ...unmadeSecrets(),
  ];
}

function missing(file: string, sources: string[]) {
  return sources
    .filter(source => !exists(source))
    .map(source => `${file} takes ${source}, which does not exist`);
}

function copiedSources() {
  return [...read(DOCKERFILE).matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(
    ([, rest]) =>
      rest
        .split(/\s+/)
        .filter(word => !word.startsWith('--'))
        .slice(0, -1),
  );
}

function compose(): Compose {
  return YAML.parse(read(COMPOSE));
}

function mountedSources() {
  return Object.values(compose().services).flatMap(service => [
    ...(service.build ? [service.build.dockerfile] : []),
    ...(service.volumes ?? [])
      .map(volume => volume.split(':')[0])
      .filter(source => source.startsWith('.')),
  ]);
}

function undeclaredSecrets() {
  const { services, secrets } = compose();
  return Object.entries(services).flatMap(([name, service]) =>
    (service.secrets ?? [])
      .filter(secret => !secrets[secret])
      .map(secret => `${COMPOSE}: ${name} uses an unknown secret ${secret}`),
  );
}

function unmadeSecrets() {
  const script = read('docker/prepare.sh');
  return Object.values(compose().secrets)
    .map(({ file }) => file)
    .filter(file => !script.includes(file.replace(MADE_LATER, '')))
    .map(file => `${COMPOSE} takes ${file}, which docker/prepare.sh omits`);
}
