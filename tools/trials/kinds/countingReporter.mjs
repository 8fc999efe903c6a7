import { describeFailure } from '../Part.ts';

/**
 * A reporter of node:test that writes one JSON document with the counts and
 * the names of what failed. A suite is no test, but one that fails without a
 * failing test in it is.
 *
 * @param {AsyncIterable<{ type: string, data: any }>} events
 */
export default async function* countingReporter(events) {
  const counts = { passed: 0, failed: 0, notRun: 0 };
  /** @type {Set<string>} */
  const reasons = new Set();
  /** @type {string[]} */
  const failures = [];
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const reason = data.skip ?? data.todo;
    if (reason !== undefined) {
      counts.notRun += 1;
      if (typeof reason === 'string') reasons.add(reason);
    } else if (type === 'test:fail') {
      if (!failedItself(data)) continue;
      counts.failed += 1;
      failures.push(describeFailure(data.name, causeOf(data)));
    } else if (data.details?.type !== 'suite') {
      counts.passed += 1;
    }
  }
  yield JSON.stringify({
    ...counts,
    failures,
    ...(reasons.size > 0 && { reason: [...reasons].join('; ') }),
  });
}

/** @param {any} data */
function failedItself(data) {
  return data.details?.error?.failureType !== 'subtestsFailed';
}

/** @param {any} data */
function causeOf(data) {
  const { error } = data.details;
  return error?.cause?.message ?? error?.message;
}
