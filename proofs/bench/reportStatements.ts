// Preloaded into the portal's process: tells the parent the SQL statements of
// what happens between two questions, so that the very same can be run again.
import { createRequire } from 'node:module';
import type pg from 'pg';
import { answerParent } from '../portal/answerParent.ts';

export interface Statement {
  text: string;
  values: unknown[];
}

const { Client } = createRequire(import.meta.url)('pg') as typeof pg;
const plainQuery = Client.prototype.query as (...args: any[]) => any;

let recorded: Statement[] | undefined;

Client.prototype.query = function query(this: pg.Client, ...args: any[]) {
  const [first, values] = args;
  const text = typeof first === 'string' ? first : first?.text;
  if (recorded && text) {
    recorded.push({ text, values: first.values ?? values ?? [] });
  }
  return plainQuery.apply(this, args);
} as typeof Client.prototype.query;

answerParent('record statements', () => {
  recorded = [];
});

answerParent('recorded statements', () => {
  const statements = recorded;
  recorded = undefined;
  return { statements };
});
