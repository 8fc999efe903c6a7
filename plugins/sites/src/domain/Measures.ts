import type { CustomSize } from '../api';

/** The measures of a custom size as a form holds them. */
export interface Measures {
  cpu: string;
  /** In MiB. */
  memory: string;
  minimumInstances: string;
  maximumInstances: string;
}

/** What is wrong with a measure; a key of the texts. */
export type MeasureProblem = 'instances' | 'fewerAtMost';

const MOST_INSTANCES = 100;
const MEBIBYTES_PER_GIBIBYTE = 1_024;

/** GiB of memory by virtual processors, in combinations that clouds have. */
const MEMORY_OF: Record<string, readonly number[]> = {
  '0.25': [0.5, 1, 2],
  '0.5': [1, 2, 4],
  '1': [2, 4, 8],
  '2': [4, 8, 16],
  '4': [8, 16, 30],
  '8': [16, 32, 60],
  '16': [32, 64, 120],
};

/** What a form offers before anything was chosen. */
export const FIRST_MEASURES: Measures = {
  cpu: '0.5',
  memory: '1024',
  minimumInstances: '1',
  maximumInstances: '2',
};

/** Numbers of virtual processors to choose from, the present one included. */
export function cpuChoices({ cpu }: Measures): string[] {
  return choicesWith(Object.keys(MEMORY_OF), cpu);
}

/** MiB of memory that go with the processors, the present ones included. */
export function memoryChoices({ cpu, memory }: Measures): string[] {
  return choicesWith(memoryOf(cpu), memory);
}

/** Other processors, with memory that goes with them. */
export function withCpu(measures: Measures, cpu: string): Measures {
  const choices = memoryOf(cpu);
  const memory = choices.includes(measures.memory)
    ? measures.memory
    : (choices[0] ?? measures.memory);
  return { ...measures, cpu, memory };
}

/** MiB as people read them. */
export function toGibibytes(memory: string | number): string {
  return new Intl.NumberFormat().format(
    Number(memory) / MEBIBYTES_PER_GIBIBYTE,
  );
}

/** What is wrong, by measure. */
export function problemsOfMeasures(
  measures: Measures,
): Partial<Record<keyof Measures, MeasureProblem>> {
  const { minimumInstances, maximumInstances } = measures;
  const isCounted = isCount(minimumInstances) && isCount(maximumInstances);
  return {
    ...(!isCount(minimumInstances) && { minimumInstances: 'instances' }),
    ...(!isCount(maximumInstances) && { maximumInstances: 'instances' }),
    ...(isCounted &&
      Number(minimumInstances) > Number(maximumInstances) && {
        maximumInstances: 'fewerAtMost',
      }),
  };
}

/** What the API wants to know; undefined while something is wrong. */
export function toCustomSize(measures: Measures): CustomSize | undefined {
  if (Object.keys(problemsOfMeasures(measures)).length > 0) return undefined;
  return {
    cpu: measures.cpu as CustomSize['cpu'],
    memory: Number(measures.memory),
    minimumInstances: Number(measures.minimumInstances),
    maximumInstances: Number(measures.maximumInstances),
  };
}

/** The measures of a site as it is, or those to begin with. */
export function toMeasures(customSize: CustomSize | undefined): Measures {
  if (!customSize) return FIRST_MEASURES;
  const { cpu, memory, minimumInstances, maximumInstances } = customSize;
  return {
    cpu,
    memory: String(memory),
    minimumInstances: String(minimumInstances),
    maximumInstances: String(maximumInstances),
  };
}

function isCount(text: string): boolean {
  return (
    /^\d{1,3}$/.test(text) &&
    Number(text) >= 1 &&
    Number(text) <= MOST_INSTANCES
  );
}

function memoryOf(cpu: string): string[] {
  return (MEMORY_OF[cpu] ?? []).map(gibibytes =>
    String(gibibytes * MEBIBYTES_PER_GIBIBYTE),
  );
}

function choicesWith(choices: string[], present: string): string[] {
  return [...new Set([...choices, present])].sort(
    (left, right) => Number(left) - Number(right),
  );
}
