import type { LoggerService } from '@backstage/backend-plugin-api';
import { formsOfSecret, SHORTEST_FORM } from './formsOfSecret';
import type { NewLogLine } from '../database/DeploymentLogStore';

const BATCH_MILLISECONDS = 80;
const BATCH_LINES = 200;
const LONGEST_LINE = 8_000;
const MOST_LINES = 50_000;

/**
 * Collects lines and writes them in batches, in order. Lines are made fit for
 * people and PostgreSQL, and known secrets are blotted out.
 */
export class DeploymentLogWriter {
  /** Longest first, so that no part of one is left of a longer one. */
  private secrets: string[] = [];
  private pending: NewLogLine[] = [];
  private timer?: NodeJS.Timeout;
  private writing: Promise<void> = Promise.resolve();
  private count = 0;

  constructor(
    private readonly append: (lines: NewLogLine[]) => Promise<void>,
    private readonly logger: LoggerService,
  ) {}

  /** From now on the value appears in no line, nor does it encoded. */
  addSecret(value: string): void {
    if (value.length >= SHORTEST_FORM) {
      this.secrets = [...new Set([...this.secrets, ...formsOfSecret(value)])];
      this.secrets.sort((one, other) => other.length - one.length);
    }
  }

  /** Something the portal says about what it does. */
  say(text: string): void {
    this.write('portal', text);
  }

  write(stream: NewLogLine['stream'], text: string): void {
    this.count++;
    if (this.count > MOST_LINES && stream !== 'portal') {
      return;
    }
    this.pending.push({ stream, text: this.clean(text) });
    if (this.count === MOST_LINES) {
      this.pending.push({
        stream: 'portal',
        text: `The log is cut here, after ${MOST_LINES} lines. The run goes on.`,
      });
    }
    if (this.pending.length >= BATCH_LINES) {
      this.writeOut();
    } else {
      this.timer ??= setTimeout(() => this.writeOut(), BATCH_MILLISECONDS);
    }
  }

  /** Resolves when every line so far is written, or given up. */
  async flush(): Promise<void> {
    this.writeOut();
    await this.writing;
  }

  private writeOut(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const lines = this.pending;
    this.pending = [];
    if (lines.length === 0) {
      return;
    }
    // A log that cannot be written must not end a run that works.
    this.writing = this.writing
      .then(() => this.append(lines))
      .catch(error => {
        this.logger.warn(
          `Lost ${lines.length} lines of a deployment's log: ${error}`,
        );
      });
  }

  private clean(text: string): string {
    let cleaned = text;
    for (const secret of this.secrets) {
      cleaned = cleaned.replaceAll(secret, '***');
    }
    cleaned = cleaned.replaceAll('\0', '');
    return cleaned.length > LONGEST_LINE
      ? `${cleaned.slice(0, LONGEST_LINE)}…`
      : cleaned;
  }
}
