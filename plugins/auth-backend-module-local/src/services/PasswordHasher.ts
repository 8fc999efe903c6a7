import { Algorithm, hash, parseOptions, verify } from '@node-rs/argon2';

/** OWASP's figures for argon2id. */
const PARAMETERS = {
  algorithm: 2 satisfies Algorithm.Argon2id as Algorithm,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

/** Hashes passwords with argon2id and checks them. */
export class PasswordHasher {
  static create(): PasswordHasher {
    return new PasswordHasher();
  }

  /** Of no account: what is checked when there is none to check. */
  private readonly decoy = this.hash('no account has this password');

  async hash(password: string): Promise<string> {
    return hash(normalize(password), PARAMETERS);
  }

  async verify(passwordHash: string, password: string): Promise<boolean> {
    return verify(passwordHash, normalize(password));
  }

  /** Takes as long as {@link verify} and finds nothing. */
  async verifyNothing(password: string): Promise<void> {
    await verify(await this.decoy, normalize(password));
  }

  /** Whether a hash was made with other parameters than today's. */
  isOutdated(passwordHash: string): boolean {
    const made = parseOptions(passwordHash);
    return (
      made.algorithm !== PARAMETERS.algorithm ||
      made.memoryCost !== PARAMETERS.memoryCost ||
      made.timeCost !== PARAMETERS.timeCost ||
      made.parallelism !== PARAMETERS.parallelism
    );
  }
}

/** Keyboards differ in how they compose letters; the password does not. */
function normalize(password: string): string {
  return password.normalize('NFKC');
}
