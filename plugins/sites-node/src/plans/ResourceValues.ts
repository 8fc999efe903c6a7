import { UNKNOWN } from './PlannedResource';

type Unknown = typeof UNKNOWN;

/**
 * The attributes of a resource on one side of a plan, as Terraform shows them.
 * What is unknown or sensitive reads as UNKNOWN, whatever its value is.
 */
export class ResourceValues {
  constructor(
    readonly address: string,
    private readonly sides: {
      values: unknown;
      unknown?: unknown;
      sensitive?: unknown;
    },
    private readonly find: {
      target(attribute: string): ResourceValues | undefined;
      companions(type: string): ResourceValues[];
      isWritten(attribute: string): boolean | undefined;
    },
  ) {}

  /** Whether the provider knows such an attribute of this type at all. */
  has(attribute: string): boolean {
    return (
      (isObject(this.sides.values) && attribute in this.sides.values) ||
      this.isUnknown([attribute])
    );
  }

  /** A value by its path; undefined when it is not set. */
  get(...path: (string | number)[]): unknown {
    if (this.isUnknown(path) || isMarked(this.sides.sensitive, path)) {
      return UNKNOWN;
    }
    let value = this.sides.values;
    for (const key of path) {
      value = (value as Record<string | number, unknown> | null | undefined)?.[
        key
      ];
    }
    return value ?? undefined;
  }

  boolean(...path: (string | number)[]): boolean | Unknown {
    const value = this.get(...path);
    return value === UNKNOWN ? UNKNOWN : value === true || value === 'true';
  }

  text(...path: (string | number)[]): string | Unknown | undefined {
    const value = this.get(...path);
    return value === UNKNOWN || value === undefined
      ? (value as Unknown | undefined)
      : String(value);
  }

  number(...path: (string | number)[]): number | Unknown | undefined {
    const value = this.get(...path);
    return value === UNKNOWN || value === undefined
      ? (value as Unknown | undefined)
      : Number(value);
  }

  /** How many blocks or elements there are at a path. */
  count(...path: (string | number)[]): number | Unknown {
    const value = this.get(...path);
    if (value === UNKNOWN) return UNKNOWN;
    return Array.isArray(value) ? value.length : 0;
  }

  /** Elements of a list; UNKNOWN as soon as one of them is. */
  texts(...path: (string | number)[]): string[] | Unknown {
    const count = this.count(...path);
    if (count === UNKNOWN) return UNKNOWN;
    const texts: string[] = [];
    for (let index = 0; index < count; index++) {
      const text = this.text(...path, index);
      if (text === UNKNOWN) return UNKNOWN;
      if (text !== undefined) texts.push(text);
    }
    return texts;
  }

  /** A map of texts; UNKNOWN as soon as one of them is. */
  map(...path: (string | number)[]): Record<string, string> | Unknown {
    const value = this.get(...path);
    if (value === UNKNOWN) return UNKNOWN;
    const texts: Record<string, string> = {};
    for (const key of Object.keys(isObject(value) ? value : {})) {
      const text = this.text(...path, key);
      if (text === UNKNOWN) return UNKNOWN;
      if (text !== undefined) texts[key] = text;
    }
    return hasMarkBelow(this.sides.unknown, path) ? UNKNOWN : texts;
  }

  /** The resource that an attribute refers to, if it is part of the plan. */
  target(attribute: string): ResourceValues | undefined {
    return this.find.target(attribute);
  }

  /** Resources of a type that refer to this one: settings kept apart from it. */
  companions(type: string): ResourceValues[] {
    return this.find.companions(type);
  }

  /**
   * Whether an attribute is unknown only because nobody set it and the provider
   * fills it in; false when that cannot be told.
   */
  isLeftToProvider(attribute: string): boolean {
    return (
      this.isUnknown([attribute]) && this.find.isWritten(attribute) === false
    );
  }

  private isUnknown(path: (string | number)[]): boolean {
    return isMarked(this.sides.unknown, path);
  }
}

/** Terraform marks a leaf, or anything above it, with true. */
function isMarked(marks: unknown, path: (string | number)[]): boolean {
  let mark = marks;
  for (const key of path) {
    if (mark === true) return true;
    if (mark === null || typeof mark !== 'object') return false;
    mark = (mark as Record<string | number, unknown>)[key];
  }
  return mark === true;
}

function hasMarkBelow(marks: unknown, path: (string | number)[]): boolean {
  let mark = marks;
  for (const key of path) {
    mark = (mark as Record<string | number, unknown> | undefined)?.[key];
  }
  return isObject(mark) && Object.values(mark).includes(true);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
