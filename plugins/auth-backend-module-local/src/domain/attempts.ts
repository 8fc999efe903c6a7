import { hashSecret, type SecretHash } from './secrets';

/** Something whose failed sign-ins are counted. */
export interface AttemptSubject {
  /** Hashed, so that the table lists nobody's e-mail or address. */
  subject: string;
  /** Hash of the account, where it counts against one. */
  account?: SecretHash;
  /** Failures without any delay. */
  free: number;
  /** The delay doubles with each further failure, up to this. */
  longestDelayMs: number;
}

const FIRST_DELAY_MS = 1000;

/** Counters start anew after a day without attempts. */
export const FORGET_AFTER_MS = 24 * 60 * 60 * 1000;

const QUARTER_OF_AN_HOUR_MS = 15 * 60_000;

/** Where an attempt comes from. */
export interface AttemptOrigin {
  /** Network address. */
  address: string;
  /** The browser, when the account was signed in to with it before. */
  knownDevice?: SecretHash;
}

/**
 * What an attempt at a password counts against. Guessing at one account from
 * one place slows down fast and far. An account as such slows down little,
 * whoever guesses, so that nobody can keep its owner out for long; and not at
 * all in browsers its owner has used before, which count for themselves.
 */
export function subjectsOf(
  email: string,
  { address, knownDevice }: AttemptOrigin,
): AttemptSubject[] {
  const account = hashSecret(email);
  if (knownDevice) {
    return [ofPlace('device', account, knownDevice)];
  }
  return [
    ofPlace('pair', account, address),
    ofAddress(address),
    {
      subject: `email:${account}`,
      account,
      free: 20,
      longestDelayMs: 30_000,
    },
  ];
}

/**
 * What an attempt at a second factor counts against. Whoever guesses here knows
 * the password already, and a code has six digits only: over all addresses
 * about a hundred guesses a day are let through. Recovery codes and passkeys
 * cannot be guessed, so they stay open to their owner whatever others do.
 *
 * @param userEntityRef - of the member
 */
export function factorSubjectsOf(
  userEntityRef: string,
  { address, knownDevice }: AttemptOrigin,
  isGuessable: boolean,
): AttemptSubject[] {
  const account = hashSecret(userEntityRef);
  if (knownDevice) {
    return [ofPlace('device', account, knownDevice)];
  }
  if (!isGuessable) {
    return [ofPlace('pair-proof', account, address), ofAddress(address)];
  }
  return [
    ofPlace('pair', account, address),
    ofAddress(address),
    {
      subject: `codes:${account}`,
      account,
      free: 10,
      longestDelayMs: QUARTER_OF_AN_HOUR_MS,
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

/** What is counted for a member under either name. */
export function accountsOf(member: {
  email: string;
  userEntityRef: string;
}): SecretHash[] {
  return [
    hashSecret(member.email.toLowerCase()),
    hashSecret(member.userEntityRef),
  ];
}

/** An account together with the address or browser it is tried from. */
function ofPlace(
  kind: string,
  account: SecretHash,
  place: string,
): AttemptSubject {
  return {
    subject: `${kind}:${hashSecret(`${account}\n${place}`)}`,
    account,
    free: 5,
    longestDelayMs: QUARTER_OF_AN_HOUR_MS,
  };
}

function ofAddress(address: string): AttemptSubject {
  return {
    subject: `address:${hashSecret(address)}`,
    free: 30,
    longestDelayMs: QUARTER_OF_AN_HOUR_MS,
  };
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
