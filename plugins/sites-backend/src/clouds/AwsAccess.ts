import {
  AssumeRoleCommand,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import { AwsKeys } from './AwsKeys';
import { isRefusal, isTooLong, toAwsError } from './awsErrors';

/** Whom AWS takes the holder of keys for. */
export interface AwsIdentity {
  account: string;
  /** ARN of the user or the role. */
  principal: string;
}

/** The role to be, and as whom. */
export interface RoleToAssume {
  roleArn: string;
  externalId: string;
  /** Shown in the account's own records of what was done. */
  sessionName: string;
  /** How long it is needed. */
  seconds: number;
}

export interface AwsSettings {
  /** Of a double of AWS; absent for AWS itself. */
  endpoint?: string;
  /** Where the token service is asked. */
  region: string;
  /** Whether the portal may use what its own machine has. */
  usesMachineCredentials: boolean;
}

const SHORTEST_SESSION_SECONDS = 900;
const LONGEST_SESSION_SECONDS = 12 * 3_600;
/** What every role grants, and no role grants more to a role. */
const USUAL_SESSION_SECONDS = 3_600;

/** The token service of AWS: who somebody is, and keys for a while. */
export class AwsAccess {
  constructor(private readonly settings: AwsSettings) {}

  /**
   * @param keys - absent for those of the portal's own machine
   * @throws InputError, ConflictError, ServiceUnavailableError
   */
  async identify(keys: AwsKeys | undefined): Promise<AwsIdentity> {
    return this.ask(keys, async client => {
      const { Account, Arn } = await client.send(
        new GetCallerIdentityCommand({}),
      );
      return { account: Account!, principal: Arn! };
    });
  }

  /**
   * Keys that work for a while: as long as needed where the role grants it.
   *
   * @param base - absent for those of the portal's own machine
   * @throws InputError, ConflictError, ServiceUnavailableError
   */
  async assume(
    base: AwsKeys | undefined,
    role: RoleToAssume,
  ): Promise<AwsKeys> {
    const seconds = Math.min(
      Math.max(role.seconds, SHORTEST_SESSION_SECONDS),
      LONGEST_SESSION_SECONDS,
    );
    return this.ask(base, async client => {
      try {
        return await assumeFor(client, role, seconds);
      } catch (error) {
        if (isTooLong(error)) {
          return assumeFor(client, role, USUAL_SESSION_SECONDS);
        }
        throw error;
      }
    });
  }

  /**
   * Whether the role lets the portal in although it shows no external id: then
   * any customer could name it and be let in.
   */
  async isOpenToAnybody(
    base: AwsKeys | undefined,
    { roleArn, sessionName }: Pick<RoleToAssume, 'roleArn' | 'sessionName'>,
  ): Promise<boolean> {
    return this.ask(base, async client => {
      try {
        await client.send(
          new AssumeRoleCommand({
            RoleArn: roleArn,
            RoleSessionName: sessionName,
            DurationSeconds: SHORTEST_SESSION_SECONDS,
          }),
        );
        return true;
      } catch (error) {
        if (isRefusal(error)) {
          return false;
        }
        throw error;
      }
    });
  }

  private async ask<T>(
    keys: AwsKeys | undefined,
    work: (client: STSClient) => Promise<T>,
  ): Promise<T> {
    const { endpoint, region } = this.settings;
    const client = new STSClient({
      region,
      endpoint,
      credentials: keys?.reveal(),
      maxAttempts: 2,
      requestHandler: { connectionTimeout: 3_000, requestTimeout: 10_000 },
    });
    try {
      return await work(client);
    } catch (error) {
      throw toAwsError(error);
    } finally {
      client.destroy();
    }
  }
}

async function assumeFor(
  client: STSClient,
  { roleArn, externalId, sessionName }: RoleToAssume,
  seconds: number,
): Promise<AwsKeys> {
  const { Credentials: keys } = await client.send(
    new AssumeRoleCommand({
      RoleArn: roleArn,
      ExternalId: externalId,
      RoleSessionName: sessionName,
      DurationSeconds: seconds,
    }),
  );
  return new AwsKeys({
    accessKeyId: keys!.AccessKeyId!,
    secretAccessKey: keys!.SecretAccessKey!,
    sessionToken: keys!.SessionToken,
  });
}
