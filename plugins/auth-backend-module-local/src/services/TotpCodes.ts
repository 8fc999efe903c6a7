import { generateSecret, generateURI, verifySync } from 'otplib';

/** Seconds that a code's neighbours may be off: one step either way. */
const TOLERANCE_SECONDS = 30;

/** An authenticator app's side of the bargain. */
export interface TotpSetup {
  /** Base 32, to type in. */
  secret: string;
  /** `otpauth://…`, to scan. */
  uri: string;
}

/** Time-based codes after RFC 6238, as authenticator apps make them. */
export class TotpCodes {
  /** @param issuer - what apps show the codes under */
  static create(issuer: string): TotpCodes {
    return new TotpCodes(issuer);
  }

  private constructor(private readonly issuer: string) {}

  createSetup(label: string): TotpSetup {
    const secret = generateSecret();
    const uri = generateURI({ issuer: this.issuer, label, secret });
    return { secret, uri };
  }

  /**
   * The step that a code is of, or undefined when it is of none that counts.
   *
   * @param lastUsedStep - neither this step nor one before it counts again
   */
  findStep(
    secret: string,
    code: string,
    lastUsedStep: number | undefined,
    now: Date,
  ): number | undefined {
    const result = verifySync({
      secret,
      token: code,
      epoch: Math.floor(now.getTime() / 1000),
      epochTolerance: TOLERANCE_SECONDS,
      afterTimeStep: lastUsedStep,
    });
    return result.valid && 'timeStep' in result ? result.timeStep : undefined;
  }
}
