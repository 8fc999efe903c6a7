import type {
  LoggerService,
  RootLoggerService,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { currentRequest } from '@freehold/plugin-tenancy-node';
import { redactFields, redactText } from './redact';

type Level = 'error' | 'warn' | 'info' | 'debug';

/**
 * Adds the request to every line logged for one, and takes secrets out. Both
 * happen when a line is logged: a transport that falls behind formats it later,
 * when another request is the present one.
 */
export class RequestLogger implements RootLoggerService {
  static create(inner: LoggerService): RequestLogger {
    return new RequestLogger(inner);
  }

  private constructor(private readonly inner: LoggerService) {}

  error(message: string, meta?: Error | JsonObject): void {
    this.log('error', message, meta);
  }

  warn(message: string, meta?: Error | JsonObject): void {
    this.log('warn', message, meta);
  }

  info(message: string, meta?: Error | JsonObject): void {
    this.log('info', message, meta);
  }

  debug(message: string, meta?: Error | JsonObject): void {
    this.log('debug', message, meta);
  }

  child(meta: JsonObject): LoggerService {
    return new RequestLogger(this.inner.child(redactFields(meta)));
  }

  private log(
    level: Level,
    message: string,
    meta: Error | JsonObject | undefined,
  ): void {
    const request = currentRequest();
    const logger = request ? this.inner.child({ ...request }) : this.inner;
    logger[level](
      redactText(String(message)),
      meta === undefined || meta instanceof Error ? meta : redactFields(meta),
    );
  }
}
