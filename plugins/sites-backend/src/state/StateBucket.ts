import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
  type ObjectVersion,
} from '@aws-sdk/client-s3';
import type { StateAccess } from '../terraform/TerraformWorkspace';
import type { SiteAddress } from './SiteStates';

/** Setting `sites.state` of kind `s3`. */
export interface BucketSettings {
  bucket: string;
  region: string;
  /** What the keys of all states begin with. */
  keyPrefix: string;
  /** Encrypts with this key of AWS KMS, in the place of the bucket's own. */
  kmsKey?: string;
  /** Of a double of AWS; absent for AWS itself. */
  endpoint?: string;
}

/** One version of an object. */
export interface BucketObject {
  body: Buffer;
  version: string;
  modifiedAt: Date;
  /** Kept beside it, by the portal. */
  notes: Record<string, string>;
}

/** In the file that Terraform's backend signs in with. */
const PROFILE = 'freehold-state';

const NOT_THERE = new Set([
  'NoSuchKey',
  'NoSuchVersion',
  'NotFound',
  'InvalidArgument',
  'MethodNotAllowed',
]);

/**
 * A versioned bucket with the states of all sites, each under a key of its own.
 * The portal signs in to it as its own machine does: by environment, profile or
 * instance role. Runs get that beside, and apart from, what they sign in to
 * their cloud with.
 */
export class StateBucket {
  private readonly client: S3Client;

  constructor(private readonly settings: BucketSettings) {
    const { region, endpoint } = settings;
    this.client = new S3Client({
      region,
      ...(endpoint && { endpoint, forcePathStyle: true }),
    });
  }

  keyOf({ tenant, siteId }: SiteAddress): string {
    return `${this.settings.keyPrefix}${tenant}/${siteId}/terraform.tfstate`;
  }

  lockKeyOf(address: SiteAddress): string {
    return `${this.keyOf(address)}.tflock`;
  }

  /** @returns undefined when there is no such object, or version of it */
  async get(key: string, version?: string): Promise<BucketObject | undefined> {
    try {
      const found = await this.client.send(
        new GetObjectCommand({
          Bucket: this.settings.bucket,
          Key: key,
          VersionId: version,
        }),
      );
      return {
        body: Buffer.from(await found.Body!.transformToByteArray()),
        version: found.VersionId ?? 'null',
        modifiedAt: found.LastModified!,
        notes: found.Metadata ?? {},
      };
    } catch (error) {
      if (NOT_THERE.has((error as Error).name)) {
        return undefined;
      }
      throw error;
    }
  }

  /** @returns the new version */
  async put(
    key: string,
    body: Buffer,
    notes: Record<string, string> = {},
  ): Promise<string> {
    const { bucket, kmsKey } = this.settings;
    const { VersionId } = await this.client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: body,
        ContentType: 'application/json',
        Metadata: notes,
        ServerSideEncryption: kmsKey ? 'aws:kms' : 'AES256',
        SSEKMSKeyId: kmsKey,
      }),
    );
    return VersionId ?? 'null';
  }

  async remove(key: string): Promise<void> {
    await this.client.send(
      new DeleteObjectCommand({ Bucket: this.settings.bucket, Key: key }),
    );
  }

  /** Newest first. */
  async listVersions(key: string): Promise<string[]> {
    const versions: ObjectVersion[] = [];
    let marker: { KeyMarker?: string; VersionIdMarker?: string } = {};
    for (;;) {
      const page = await this.client.send(
        new ListObjectVersionsCommand({
          Bucket: this.settings.bucket,
          Prefix: key,
          ...marker,
        }),
      );
      versions.push(...(page.Versions ?? []).filter(({ Key }) => Key === key));
      if (!page.IsTruncated) {
        break;
      }
      marker = {
        KeyMarker: page.NextKeyMarker,
        VersionIdMarker: page.NextVersionIdMarker,
      };
    }
    return versions.map(({ VersionId }) => VersionId!);
  }

  /** How Terraform reaches the state of a site, and what of it is secret. */
  async access(
    address: SiteAddress,
  ): Promise<StateAccess & { secrets: string[] }> {
    const keys = await this.client.config.credentials();
    const { bucket, region, kmsKey, endpoint } = this.settings;
    return {
      environment: {},
      backend: {
        s3: {
          bucket,
          key: this.keyOf(address),
          region,
          encrypt: true,
          use_lockfile: true,
          profile: PROFILE,
          ...(kmsKey && { kms_key_id: kmsKey }),
          ...(endpoint && {
            endpoints: { s3: endpoint },
            use_path_style: true,
            skip_credentials_validation: true,
            skip_requesting_account_id: true,
            skip_metadata_api_check: true,
            skip_region_validation: true,
          }),
        },
      },
      credentialsFile: [
        `[${PROFILE}]`,
        `aws_access_key_id = ${keys.accessKeyId}`,
        `aws_secret_access_key = ${keys.secretAccessKey}`,
        ...(keys.sessionToken
          ? [`aws_session_token = ${keys.sessionToken}`]
          : []),
        '',
      ].join('\n'),
      secrets: [keys.secretAccessKey, keys.sessionToken ?? ''],
    };
  }
}
