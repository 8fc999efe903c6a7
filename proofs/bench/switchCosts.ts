// Preloaded into the portal's process: leaves out what a figure is about, so
// that the same request can be timed with and without it in the same process.
import { createRequire } from 'node:module';
import type pg from 'pg';
import { answerParent } from '../portal/answerParent.ts';

const require = createRequire(import.meta.url);
const { Client } = require('pg') as typeof pg;
const { RateLimiterPostgres, RateLimiterRes } =
  require('rate-limiter-flexible') as typeof import('rate-limiter-flexible');

const leftOut = { counting: false, audit: false };

const consume = RateLimiterPostgres.prototype.consume;
RateLimiterPostgres.prototype.consume = function maybe(...args) {
  return leftOut.counting
    ? Promise.resolve(new RateLimiterRes(1, 60_000, 0, false))
    : consume.apply(this, args);
};

const query = Client.prototype.query as (...args: any[]) => any;
Client.prototype.query = function maybe(this: pg.Client, ...args: any[]) {
  const callback = args.at(-1);
  const text = args[0]?.text ?? args[0];
  const isAudit = /^insert into "outbox"/.test(String(text));
  if (leftOut.audit && isAudit && typeof callback === 'function') {
    process.nextTick(callback, null, {
      command: 'INSERT',
      rowCount: 1,
      rows: [],
    });
    return undefined;
  }
  return query.apply(this, args);
} as typeof Client.prototype.query;

for (const what of ['counting', 'audit'] as const) {
  answerParent(`with ${what}`, () => {
    leftOut[what] = false;
    return {};
  });
  answerParent(`without ${what}`, () => {
    leftOut[what] = true;
    return {};
  });
}
