import { stripVTControlCharacters } from 'node:util';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NewLogLine } from '../database/DeploymentLogStore';
import { SecretMask } from './SecretMask';

const BATCH_MILLISECONDS = 80;
const BATCH_LINES = 200;
const LONGEST_LINE = 8_000;
const MOST_LINES = 50_000;

/**
 * Collects lines and writes them in batches, in order. Lines are made fit for
 * people and PostgreSQL, and known secrets are blotted out.
 */
export class DeploymentLogWriter {
  private readonly mask = new SecretMask(line => this.put(line));
  private pending: NewLogLine[] = [];
  private timer?: NodeJS.Timeout;
  private writing: Promise<void> = Promise.resolve();
  private count = 0;

  constructor(
    private readonly append: (lines: NewLogLine[]) => Promise<void>,
    private readonly logger: LoggerService,
  ) {}

  /** From now on the value appears in no line, nor does it encoded or in pieces. */
  addSecret(value: string): void {
    this.mask.addSecret(value);
  }

  /** A value that is JSON, without the secrets in its texts. */
  withoutSecrets<T>(value: T): T {
    return this.mask.maskValue(value);
  }

  /** Something the portal says about what it does. */
  say(text: string): void {
    this.mask.writeWhole({ stream: 'portal', text: storable(text) });
  }

  /**
   * @param source - what each line begins with that comes from where this one
   *   comes from
   */
  write(stream: 'stdout' | 'stderr', text: string, source?: string): void {
    this.count++;
    if (this.count <= MOST_LINES) {
      this.mask.write({ stream, text: storable(text), source });
    }
    if (this.count === MOST_LINES) {
      this.say(
        `The log is cut here, after ${MOST_LINES} lines. The run goes on.`,
      );
    }
  }

  /** Resolves when every line so far is written, or given up. */
  async flush(): Promise<void> {
    this.mask.settle();
    this.writeOut();
    await this.writing;
  }

  private put({ stream, text }: NewLogLine): void {
    this.pending.push({ stream, text: shortened(text) });
    if (this.pending.length >= BATCH_LINES) {
      this.writeOut();
    } else {
      this.timer ??= setTimeout(() => this.writeOut(), BATCH_MILLISECONDS);
    }
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
}

/** What PostgreSQL stores and people read: no zeros, no colours of a terminal. */
function storable(text: string): string {
  return stripVTControlCharacters(text).replaceAll('\0', '');
}

function shortened(text: string): string {
  return text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text;
}
