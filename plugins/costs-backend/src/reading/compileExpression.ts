import type { Condition, Expression } from '@freehold/plugin-costs-node';
import type { HeaderIndex } from './HeaderIndex';
import { bound, identifier, literal } from './sql';

/** How a format's numbers and instants are read, as names of SQL functions or SQL. */
export interface Spelling {
  /** SQL of the number in a text, as plain decimal text; null where it is none. */
  number(sql: string): string;
  /** Whether numbers are written with a decimal comma. */
  decimalComma: boolean;
  /** SQL of the instant in a text; null where it is none. */
  instant(sql: string): string;
}

/** Compiles expressions of a format to SQL over one file; each yields text or null. */
export class ExpressionCompiler {
  constructor(
    private readonly header: HeaderIndex,
    private readonly spelling: Spelling,
  ) {}

  /** SQL of the value, or nothing where the file has none of the columns it is made from. */
  compile(expression: Expression): string | undefined {
    switch (expression.kind) {
      case 'column': {
        const name = this.header.find(expression.names);
        return name === undefined ? undefined : identifier(name);
      }
      case 'text':
        return literal(expression.value);
      case 'firstOf':
        return combine(this.compileAll(expression.of), sql =>
          sql.length === 1 ? sql[0] : `coalesce(${sql.join(', ')})`,
        );
      case 'when':
        return this.compileWhen(expression);
      case 'lookUp':
        return this.compileLookUp(expression);
      case 'part':
        return this.map(
          expression.of,
          sql =>
            `nullif(regexp_extract(${sql}, ${literal(expression.pattern)}, 1), '')`,
        );
      case 'jsonObject':
        return this.map(expression.of, sql =>
          bound(
            sql,
            v =>
              `case when starts_with(ltrim(${v}), '"') then '{' || ${v} || '}' else ${v} end`,
          ),
        );
      case 'gathered':
        return this.compileGathered(expression.prefix);
      case 'dayAfter':
        return this.compileInstant(
          expression.of,
          instant => `${instant} + interval 1 day`,
        );
      case 'monthStart':
        return this.compileInstant(
          expression.of,
          instant => `date_trunc('month', ${instant})`,
        );
      case 'monthEnd':
        return this.compileInstant(
          expression.of,
          instant => `date_trunc('month', ${instant}) + interval 1 month`,
        );
      default:
        return this.compileArithmetic(expression);
    }
  }

  private compileArithmetic(
    expression: Extract<Expression, { kind: 'sum' | 'difference' | 'product' }>,
  ): string | undefined {
    const number = (operand: Expression) =>
      this.map(operand, sql => this.spelling.number(sql));
    if (expression.kind === 'sum') {
      const operands = expression.of.map(number).filter(isDefined);
      return combine(operands, sql =>
        sql.reduce((left, right) =>
          bound(left, a => bound(right, b => `exact_total(${a}, ${b})`)),
        ),
      );
    }
    const [left, right] =
      expression.kind === 'difference'
        ? [number(expression.from), number(expression.subtract)]
        : expression.of.map(number);
    if (left === undefined || right === undefined) return undefined;
    const operation = expression.kind === 'product' ? 'product' : 'difference';
    return bound(left, a =>
      bound(right, b => `exact_${operation}(${a}, ${b})`),
    );
  }

  private compileWhen(
    expression: Extract<Expression, { kind: 'when' }>,
  ): string | undefined {
    const results = [
      ...expression.cases.map(one => one.then),
      ...(expression.otherwise ? [expression.otherwise] : []),
    ].map(result => this.compile(result));
    if (results.every(result => result === undefined)) return undefined;
    const cases = expression.cases.map(
      (one, index) =>
        `when ${this.compileCondition(one.if)} then ${results[index] ?? 'null'}`,
    );
    const otherwise = expression.otherwise ? results.at(-1) : undefined;
    return `case ${cases.join(' ')} else ${otherwise ?? 'null'} end`;
  }

  private compileCondition(condition: Condition): string {
    const value = (of: Expression) => this.compile(of) ?? 'null';
    switch (condition.kind) {
      case 'present':
        return `(${value(condition.of)}) is not null`;
      case 'equals':
        return `coalesce(lower(${value(condition.of)}) in (${condition.values.map(one => literal(one.toLowerCase())).join(', ')}), false)`;
      case 'isNegative':
        return `coalesce(starts_with(${this.spelling.number(value(condition.of))}, '-'), false)`;
      case 'all':
        return `(${condition.of.map(one => this.compileCondition(one)).join(' and ')})`;
      default:
        return `not ${this.compileCondition(condition.of)}`;
    }
  }

  private compileLookUp(
    expression: Extract<Expression, { kind: 'lookUp' }>,
  ): string | undefined {
    const entries = Object.entries(expression.table).map(
      ([key, value]) => `${literal(key.toLowerCase())}: ${literal(value)}`,
    );
    return this.map(
      expression.key,
      sql => `(map {${entries.join(', ')}})[lower(${sql})]`,
    );
  }

  private compileGathered(prefix: string): string | undefined {
    const columns = this.header.withPrefix(prefix);
    return columns.length === 0
      ? undefined
      : jsonObjectOf(
          columns.map(column => [column.slice(prefix.length), column]),
        );
  }

  private compileInstant(
    of: Expression,
    change: (instant: string) => string,
  ): string | undefined {
    return this.map(
      of,
      sql =>
        `strftime(${change(this.spelling.instant(sql))}, '%Y-%m-%d %H:%M:%S')`,
    );
  }

  private compileAll(expressions: readonly Expression[]): string[] {
    return expressions.map(one => this.compile(one)).filter(isDefined);
  }

  private map(
    of: Expression,
    change: (sql: string) => string,
  ): string | undefined {
    const sql = this.compile(of);
    return sql === undefined ? undefined : change(sql);
  }
}

/** SQL of a JSON object of the columns that are not null, each under its key; null where all are. */
export function jsonObjectOf(members: [key: string, column: string][]): string {
  const parts = members.map(
    ([key, column]) =>
      `case when ${identifier(column)} is not null then ${literal(`${JSON.stringify(key)}:`)} || to_json(${identifier(column)}) end`,
  );
  return `'{' || nullif(concat_ws(',', ${parts.join(', ')}), '') || '}'`;
}

function isDefined<T>(value: T | undefined): value is T {
  return value !== undefined;
}

function combine(
  sql: string[],
  join: (sql: string[]) => string,
): string | undefined {
  return sql.length === 0 ? undefined : join(sql);
}
