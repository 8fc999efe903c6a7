import { CustomErrorBase } from '@backstage/errors';

/**
 * What a backend of the portal answered instead of the result.
 *
 * `name` is the error class of the backend (`ConflictError`), `message` is
 * written for people, `status` is the HTTP status (0 when no answer came) and
 * `requestId` finds the request in the logs.
 */
export class PortalError extends CustomErrorBase {
  readonly status: number;
  readonly requestId?: string;
  /** Seconds after which a refused request may be repeated. */
  readonly retryAfterSeconds?: number;

  constructor(options: {
    name: string;
    message: string;
    status: number;
    requestId?: string;
    retryAfterSeconds?: number;
    cause?: unknown;
  }) {
    super(options.message, options.cause);
    this.name = options.name;
    this.status = options.status;
    this.requestId = options.requestId;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }

  /** Reads the answer of a backend that refused or failed. */
  static async fromResponse(response: Response): Promise<PortalError> {
    const body = await readProblem(response);
    const retryAfter = Number(response.headers.get('retry-after'));
    return new PortalError({
      name: body?.error?.name ?? 'ResponseError',
      message: body?.error?.message ?? response.statusText,
      status: response.status,
      requestId: response.headers.get('x-request-id') ?? undefined,
      retryAfterSeconds: retryAfter > 0 ? retryAfter : undefined,
    });
  }

  /** Wraps a request that never got an answer. */
  static unanswered(cause: unknown): PortalError {
    return new PortalError({
      name: 'UnansweredError',
      message: 'The portal did not answer.',
      status: 0,
      cause,
    });
  }
}

async function readProblem(
  response: Response,
): Promise<{ error?: { name?: string; message?: string } } | undefined> {
  if (!response.headers.get('content-type')?.includes('json')) {
    return undefined;
  }
  return response.json().catch(() => undefined);
}
