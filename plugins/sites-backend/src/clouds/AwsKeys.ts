import { inspect } from 'node:util';

/** Keys of AWS. They show themselves to nobody who prints or serialises them. */
export class AwsKeys {
  readonly #accessKeyId: string;
  readonly #secretAccessKey: string;
  readonly #sessionToken?: string;

  constructor(keys: {
    accessKeyId: string;
    secretAccessKey: string;
    sessionToken?: string;
  }) {
    this.#accessKeyId = keys.accessKeyId;
    this.#secretAccessKey = keys.secretAccessKey;
    this.#sessionToken = keys.sessionToken;
  }

  /** @throws SyntaxError when the bytes are not what {@link toBytes} made */
  static fromBytes(bytes: Buffer): AwsKeys {
    return new AwsKeys(JSON.parse(bytes.toString('utf8')));
  }

  /** To be encrypted, and for nothing else. */
  toBytes(): Buffer {
    return Buffer.from(JSON.stringify(this.reveal()), 'utf8');
  }

  /** To be handed to a client of AWS. */
  reveal() {
    return {
      accessKeyId: this.#accessKeyId,
      secretAccessKey: this.#secretAccessKey,
      ...(this.#sessionToken && { sessionToken: this.#sessionToken }),
    };
  }

  /** To be handed to Terraform. */
  toEnvironment(): Record<string, string> {
    return {
      AWS_ACCESS_KEY_ID: this.#accessKeyId,
      AWS_SECRET_ACCESS_KEY: this.#secretAccessKey,
      ...(this.#sessionToken && { AWS_SESSION_TOKEN: this.#sessionToken }),
    };
  }

  toString(): string {
    return '[AWS keys]';
  }

  toJSON(): string {
    return this.toString();
  }

  [inspect.custom](): string {
    return this.toString();
  }
}
