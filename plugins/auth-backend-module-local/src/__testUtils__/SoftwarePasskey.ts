import {
  createHash,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';

const FLAGS = { userPresent: 0x01, userVerified: 0x04, hasCredential: 0x40 };

/** An authenticator after WebAuthn level 3, ES256, without attestation. */
export class SoftwarePasskey {
  static create(origin: string): SoftwarePasskey {
    return new SoftwarePasskey(origin);
  }

  counter = 0;
  private readonly id = randomBytes(32);
  private readonly privateKey: KeyObject;
  private readonly x: Buffer;
  private readonly y: Buffer;

  private constructor(private origin: string) {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x, y } = pair.publicKey.export({ format: 'jwk' });
    this.privateKey = pair.privateKey;
    this.x = Buffer.from(x!, 'base64url');
    this.y = Buffer.from(y!, 'base64url');
  }

  /** Has the browser believe that it is somewhere else. */
  moveTo(origin: string): void {
    this.origin = origin;
  }

  /** RegistrationResponseJSON */
  register(challenge: string) {
    const authData = Buffer.concat([
      this.authenticatorData(FLAGS.hasCredential),
      Buffer.alloc(16),
      Buffer.from([0, this.id.length]),
      this.id,
      this.coseKey(),
    ]);
    return this.answer({
      clientDataJSON: this.clientData('webauthn.create', challenge),
      // CBOR: {fmt: "none", attStmt: {}, authData: bytes}
      attestationObject: Buffer.concat([
        Buffer.from('a363666d74646e6f6e656761747453746d74a0', 'hex'),
        Buffer.from('686175746844617461', 'hex'),
        Buffer.from([0x58, authData.length]),
        authData,
      ]).toString('base64url'),
    });
  }

  /** AuthenticationResponseJSON */
  assert(challenge: string) {
    this.counter += 1;
    const data = this.authenticatorData(0);
    const clientDataJSON = this.clientData('webauthn.get', challenge);
    const clientHash = createHash('sha256')
      .update(Buffer.from(clientDataJSON, 'base64url'))
      .digest();
    const signature = sign(
      'sha256',
      Buffer.concat([data, clientHash]),
      this.privateKey,
    );
    return this.answer({
      clientDataJSON,
      authenticatorData: data.toString('base64url'),
      signature: signature.toString('base64url'),
    });
  }

  private answer(response: Record<string, string>) {
    const id = this.id.toString('base64url');
    return {
      id,
      rawId: id,
      type: 'public-key',
      clientExtensionResults: {},
      response,
    };
  }

  private authenticatorData(extraFlags: number): Buffer {
    const { hostname } = new URL(this.origin);
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const flags = FLAGS.userPresent | FLAGS.userVerified | extraFlags;
    return Buffer.concat([
      createHash('sha256').update(hostname).digest(),
      Buffer.from([flags]),
      counter,
    ]);
  }

  private clientData(type: string, challenge: string): string {
    const json = JSON.stringify({ type, challenge, origin: this.origin });
    return Buffer.from(json).toString('base64url');
  }

  /** CBOR: {1: EC2, 3: ES256, -1: P-256, -2: x, -3: y} */
  private coseKey(): Buffer {
    return Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      this.x,
      Buffer.from('225820', 'hex'),
      this.y,
    ]);
  }
}
