import type { ChargeFormat } from '@freehold/plugin-costs-node';

/** Finds columns of a file by name, as a format's documentation writes it. */
export class HeaderIndex {
  private readonly byName = new Map<string, string>();

  constructor(
    readonly columns: readonly string[],
    format?: Pick<ChargeFormat, 'namesInParentheses'>,
  ) {
    for (const column of columns) {
      this.byName.set(column.toLowerCase(), column);
    }
    if (!format?.namesInParentheses) return;
    for (const column of columns) {
      const original = /\(([^()]+)\)$/.exec(column)?.[1].toLowerCase();
      if (original && !this.byName.has(original)) {
        this.byName.set(original, column);
      }
    }
  }

  /** The file's own name of the first of these columns that it has. */
  find(names: readonly string[]): string | undefined {
    for (const name of names) {
      const column = this.byName.get(name.toLowerCase());
      if (column !== undefined) return column;
    }
    return undefined;
  }

  /** The file's columns whose name begins with the prefix. */
  withPrefix(prefix: string): string[] {
    return this.columns.filter(column =>
      column.toLowerCase().startsWith(prefix.toLowerCase()),
    );
  }
}
