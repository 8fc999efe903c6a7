import { toError } from '@backstage/errors';

/**
 * Ends a backend that could not start. Half alive it would hold its port and
 * answer 503 for ever, while whoever runs it waits.
 */
export function failStart(reason: unknown): never {
  const { name, message } = toError(reason);
  process.stderr.write(
    `${JSON.stringify({
      level: 'error',
      message: `The backend did not start. ${name}: ${message}`,
    })}\n`,
  );
  process.exit(1);
}
