import { parse } from 'cookie';
import type { CookieOptions, Request, Response } from 'express';
import { parseTenantSecret, type SecretHash } from '../domain/secrets';

/** Reads and writes a cookie that carries a secret of this module. */
export class SecretCookie {
  /**
   * @param options.name - what the secret is of
   * @param options.isSecure - the portal is served over TLS
   * @param options.maxAgeMs - how long the browser keeps it
   * @param options.sameSite - `lax` for what has to come along when another
   *   site sends the browser back
   * @param options.path - where it is sent without TLS
   */
  static create(options: {
    name: string;
    isSecure: boolean;
    maxAgeMs: number;
    sameSite?: 'strict' | 'lax';
    path?: string;
  }): SecretCookie {
    return new SecretCookie(options);
  }

  private readonly name: string;
  private readonly attributes: CookieOptions;
  private readonly maxAgeMs: number;

  private constructor({
    name,
    isSecure,
    maxAgeMs,
    sameSite = 'strict',
    path = '/api/auth/local',
  }: Parameters<typeof SecretCookie.create>[0]) {
    // The prefix keeps subdomains, such as customers' sites, from planting a
    // cookie of this name; browsers demand TLS and the path / for it.
    this.name = isSecure ? `__Host-freehold-${name}` : `freehold-${name}`;
    this.maxAgeMs = maxAgeMs;
    this.attributes = {
      httpOnly: true,
      sameSite,
      secure: isSecure,
      path: isSecure ? '/' : path,
    };
  }

  read(req: Request): string | undefined {
    return parse(req.headers.cookie ?? '')[this.name];
  }

  /** The hash of the secret in it, or undefined when it cannot hold one. */
  hashOf(req: Request): SecretHash | undefined {
    return parseTenantSecret(this.read(req))?.hash;
  }

  write(res: Response, value: string): void {
    res.cookie(this.name, value, {
      ...this.attributes,
      maxAge: this.maxAgeMs,
    });
  }

  clear(res: Response): void {
    res.clearCookie(this.name, this.attributes);
  }
}
