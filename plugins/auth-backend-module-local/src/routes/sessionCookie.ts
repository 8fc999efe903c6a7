import { parse } from 'cookie';
import type { CookieOptions, Request, Response } from 'express';

/** Reads and writes the cookie that carries a session's secret. */
export class SessionCookie {
  /**
   * @param options.isSecure - the portal is served over TLS
   * @param options.maxAgeMs - a session's absolute limit
   */
  static create(options: {
    isSecure: boolean;
    maxAgeMs: number;
  }): SessionCookie {
    return new SessionCookie(options.isSecure, options.maxAgeMs);
  }

  private readonly name: string;
  private readonly attributes: CookieOptions;

  private constructor(
    isSecure: boolean,
    private readonly maxAgeMs: number,
  ) {
    // The prefix keeps subdomains, such as customers' sites, from planting a
    // cookie of this name; browsers demand TLS and the path / for it.
    this.name = isSecure ? '__Host-freehold-session' : 'freehold-session';
    this.attributes = {
      httpOnly: true,
      sameSite: 'strict',
      secure: isSecure,
      path: isSecure ? '/' : '/api/auth/local',
    };
  }

  read(req: Request): string | undefined {
    return parse(req.headers.cookie ?? '')[this.name];
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
