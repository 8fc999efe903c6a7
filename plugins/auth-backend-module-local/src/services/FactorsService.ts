import type { Membership } from '@freehold/plugin-tenancy-node';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { AuthenticatorsStore } from '../database/AuthenticatorsStore';
import type { RecoveryCodesStore } from '../database/RecoveryCodesStore';
import { factorSubjectsOf } from '../domain/attempts';
import { factorRefused } from '../domain/errors';
import type { Authenticator, FactorKind } from '../domain/factors';
import { hashRecoveryCode } from '../domain/recoveryCodes';
import type { AttemptLimiter } from './AttemptLimiter';
import type { KnownDevices } from './KnownDevices';
import type { Passkeys } from './Passkeys';
import type { RequestOrigin } from './SessionsService';
import type { TotpCodes } from './TotpCodes';
import type { TotpSecrets } from './TotpSecrets';

/** One of them is there: a code, a recovery code, or a passkey's signature. */
export interface FactorAnswer {
  code?: string;
  recoveryCode?: string;
  passkey?: AuthenticationResponseJSON;
}

interface FactorsServiceOptions {
  authenticators: AuthenticatorsStore;
  recoveryCodes: RecoveryCodesStore;
  secrets: TotpSecrets;
  codes: TotpCodes;
  passkeys: Passkeys;
  limiter: AttemptLimiter;
  devices: KnownDevices;
}

/** Decides whether a second factor is right. */
export class FactorsService {
  static create(options: FactorsServiceOptions): FactorsService {
    return new FactorsService(options);
  }

  private constructor(private readonly options: FactorsServiceOptions) {}

  /**
   * Uses up what was shown: a code and a recovery code count once.
   *
   * @param webauthnChallenge - what a passkey had to sign
   * @throws AuthenticationError when it isn't right, or was used before
   * @throws TooManyRequestsError
   */
  async checkAnswer(
    membership: Membership,
    answer: FactorAnswer,
    origin: RequestOrigin,
    webauthnChallenge: string | undefined,
  ): Promise<FactorKind> {
    const { devices, limiter } = this.options;
    const subjects = factorSubjectsOf(
      membership.userEntityRef,
      {
        address: origin.address,
        knownDevice: await devices.findKnown([membership], origin.deviceToken),
      },
      answer.code !== undefined,
    );
    await limiter.count(subjects);
    const shown = await this.findShown(membership, answer, webauthnChallenge);
    if (!shown) {
      throw factorRefused();
    }
    await limiter.uncount(subjects);
    return shown;
  }

  private async findShown(
    membership: Membership,
    { code, recoveryCode, passkey }: FactorAnswer,
    webauthnChallenge: string | undefined,
  ): Promise<FactorKind | undefined> {
    if (code !== undefined) {
      return (await this.useCode(membership, code)) ? 'totp' : undefined;
    }
    if (recoveryCode !== undefined) {
      const isUsed = await this.options.recoveryCodes.useCode(
        membership,
        hashRecoveryCode(recoveryCode),
        new Date(),
      );
      return isUsed ? 'recoveryCode' : undefined;
    }
    if (passkey && webauthnChallenge) {
      const isRight = await this.usePasskey(
        membership,
        passkey,
        webauthnChallenge,
      );
      return isRight ? 'passkey' : undefined;
    }
    return undefined;
  }

  private async useCode(
    membership: Membership,
    code: string,
  ): Promise<boolean> {
    const { authenticators } = this.options;
    const now = new Date();
    for (const each of await authenticators.listConfirmed(membership)) {
      const step = await this.findStep(each, code, now);
      if (step !== undefined) {
        return authenticators.useStep(each, step, now);
      }
    }
    return false;
  }

  private async findStep(
    authenticator: Authenticator,
    code: string,
    now: Date,
  ): Promise<number | undefined> {
    const { codes, secrets } = this.options;
    const { totp } = authenticator;
    return (
      totp &&
      codes.findStep(
        await secrets.open(authenticator, totp.sealedSecret),
        code,
        totp.lastUsedStep,
        now,
      )
    );
  }

  private async usePasskey(
    membership: Membership,
    response: AuthenticationResponseJSON,
    challenge: string,
  ): Promise<boolean> {
    const { authenticators, passkeys } = this.options;
    const own = await authenticators.listConfirmed(membership);
    const used = own.find(
      ({ passkey }) => passkey?.credentialId === response.id,
    );
    if (!used?.passkey) {
      return false;
    }
    const counter = await passkeys.checkAssertion(
      response,
      challenge,
      used.passkey,
    );
    return (
      counter !== undefined &&
      authenticators.useCounter(used, {
        from: used.passkey.counter,
        to: counter,
        now: new Date(),
      })
    );
  }
}
