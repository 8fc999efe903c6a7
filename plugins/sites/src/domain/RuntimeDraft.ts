import {
  IMAGE_PATTERN,
  REFERENCE_PATTERN,
  REPOSITORY_PATTERN,
} from '@freehold/plugin-sites-common';
import type { Runtime } from '../api';

export type RuntimeKind = Runtime['kind'];

/** What runs a site as a form holds it: all that was typed, whatever the kind. */
export interface RuntimeDraft {
  kind: RuntimeKind;
  image: string;
  port: string;
  repository: string;
  reference: string;
}

type Field = Exclude<keyof RuntimeDraft, 'kind'>;
/** Also the keys of the texts that say what is wrong. */
export type RuntimeProblems = Partial<Record<Field, Field>>;

const HIGHEST_PORT = 65_535;

/** Static files, and what is offered for the rest. */
export const FIRST_RUNTIME: RuntimeDraft = {
  kind: 'static',
  image: '',
  port: '8080',
  repository: '',
  reference: '',
};

const isValid: Record<Field, (text: string) => boolean> = {
  image: matches(IMAGE_PATTERN),
  port: text =>
    /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= HIGHEST_PORT,
  repository: matches(REPOSITORY_PATTERN),
  reference: matches(REFERENCE_PATTERN),
};

const fieldsOf: Record<RuntimeKind, readonly Field[]> = {
  static: [],
  container: ['image', 'port'],
  git: ['repository', 'reference', 'image', 'port'],
};

/** What is asked for with a kind of runtime. */
export function fieldsOfRuntime(kind: RuntimeKind): readonly Field[] {
  return fieldsOf[kind];
}

/** What is wrong, by field; only what the chosen kind needs is looked at. */
export function problemsOfRuntime(draft: RuntimeDraft): RuntimeProblems {
  return Object.fromEntries(
    fieldsOf[draft.kind]
      .filter(field => !isValid[field](draft[field]))
      .map(field => [field, field]),
  );
}

/** What the API wants to know; undefined while something is wrong. */
export function toRuntime(draft: RuntimeDraft): Runtime | undefined {
  if (Object.keys(problemsOfRuntime(draft)).length > 0) return undefined;
  const { kind, image, repository, reference } = draft;
  const port = Number(draft.port);
  switch (kind) {
    case 'container':
      return { kind, image, port };
    case 'git':
      return { kind, repository, reference, image, port };
    default:
      return { kind };
  }
}

/** What runs a site, for a form to change. */
export function toRuntimeDraft(runtime: Runtime): RuntimeDraft {
  if (runtime.kind === 'static') return FIRST_RUNTIME;
  return { ...FIRST_RUNTIME, ...runtime, port: String(runtime.port) };
}

function matches(pattern: string) {
  const expression = new RegExp(pattern);
  return (text: string) => expression.test(text);
}
