import {
  GetObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import type { Readable } from 'node:stream';
import type { Place, PlacedFile } from './Place';

/** Setting `costs.collect[].s3`. */
export interface BucketSettings {
  bucket: string;
  region: string;
  /** What the keys of all files begin with. */
  prefix: string;
  /** Of a store that speaks as S3 does; absent for AWS itself. */
  endpoint?: string;
  /** Absent for what the machine signs in with. */
  credentials?: { accessKeyId: string; secretAccessKey: string };
}

/** Objects of a bucket of S3, or of a store that speaks as S3 does. */
export class BucketPlace implements Place {
  private readonly client: S3Client;

  constructor(private readonly settings: BucketSettings) {
    const { credentials, endpoint, region } = settings;
    this.client = new S3Client({
      region,
      ...(credentials && { credentials }),
      ...(endpoint && { endpoint, forcePathStyle: true }),
    });
  }

  nameOf(key: string): string {
    return `s3://${this.settings.bucket}/${this.settings.prefix}${key}`;
  }

  async list(): Promise<PlacedFile[]> {
    const { bucket, prefix } = this.settings;
    const files: PlacedFile[] = [];
    for await (const page of paginateListObjectsV2(
      { client: this.client },
      { Bucket: bucket, Prefix: prefix },
    )) {
      for (const found of page.Contents ?? []) {
        files.push({
          path: found.Key!.slice(prefix.length),
          bytes: found.Size!,
          modifiedAt: found.LastModified!,
          stamp: found.ETag!,
          checksum: found.ETag,
        });
      }
    }
    return files;
  }

  async open(key: string): Promise<Readable> {
    const { bucket, prefix } = this.settings;
    const { Body } = await this.client.send(
      new GetObjectCommand({ Bucket: bucket, Key: `${prefix}${key}` }),
    );
    return Body as Readable;
  }
}
