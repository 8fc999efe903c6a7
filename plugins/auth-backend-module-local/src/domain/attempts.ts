import { hashSecret } from './secrets';

/** Something whose failed sign-ins are counted. */
export interface AttemptSubject {
  /** Hashed, so that the table lists nobody's e-mail or address. */
  subject: string;
  /** Failures without any delay. */
  free: number;
  /** The delay doubles with each further failure, up to this. */
  longestDelayMs: number;
}

const FIRST_DELAY_MS = 1000;

/** Counters start anew after a day without attempts. */
export const FORGET_AFTER_MS = 24 * 60 * 60 * 1000;

/**
 * What an attempt counts against. Guessing at one account from one place slows
 * down fast and far. An account as such slows down little, whoever guesses, so
 * that nobody can keep its owner out for long.
 */
export function subjectsOf(email: string, address: string): AttemptSubject[] {
  return [
    {
      subject: `pair:${hashSecret(`${email}\n${address}`)}`,
      free: 5,
      longestDelayMs: 15 * 60_000,
    },
    {
      subject: `address:${hashSecret(address)}`,
      free: 30,
      longestDelayMs: 15 * 60_000,
    },
    {
      subject: `email:${hashSecret(email)}`,
      free: 20,
      longestDelayMs: 30_000,
    },
  ];
}

/**
 * What asking for a new password counts against, whether or not there is an
 * account. Mails to one account are rare anyway, so its counter is mild.
 */
export function resetSubjectsOf(
  email: string,
  address: string,
): AttemptSubject[] {
  return [
    {
      subject: `reset-pair:${hashSecret(`${email}\n${address}`)}`,
      free: 3,
      longestDelayMs: 15 * 60_000,
    },
    {
      subject: `reset-address:${hashSecret(address)}`,
      free: 10,
      longestDelayMs: 15 * 60_000,
    },
    {
      subject: `reset-email:${hashSecret(email)}`,
      free: 20,
      longestDelayMs: 30_000,
    },
  ];
}

/**
 * What presenting a link counts against. Links have 256 random bits: this
 * spares the database rather than the links.
 */
export function linkSubjectsOf(address: string): AttemptSubject[] {
  return [
    {
      subject: `address:link:${hashSecret(address)}`,
      free: 20,
      longestDelayMs: 15 * 60_000,
    },
  ];
}

/**
 * How long the next attempt must wait after so many failures.
 *
 * @returns milliseconds
 */
export function delayAfter(
  { free, longestDelayMs }: Pick<AttemptSubject, 'free' | 'longestDelayMs'>,
  failures: number,
): number {
  if (failures < free) {
    return 0;
  }
  // 2 ** 30 seconds is beyond every limit; larger powers only lose precision.
  const doublings = Math.min(failures - free, 30);
  return Math.min(FIRST_DELAY_MS * 2 ** doublings, longestDelayMs);
}
