import { z } from 'zod';

/** An instant, ISO 8601. */
export const instant = z.iso.datetime({ offset: true });

const whenFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

/** An instant for people whose time zone is unknown: `3 May 2026 at 09:00 UTC`. */
export function formatWhen(at: string): string {
  return `${whenFormat.format(new Date(at))} UTC`;
}

/** A link of the portal itself, absolute. */
export const link = z.url({ protocol: /^https?$/ });

/**
 * The absolute address of a link, which may be relative to the portal.
 *
 * @returns undefined when it leads anywhere else: mails of the portal send
 *   nobody away from it
 */
export function portalLink(
  href: string,
  appBaseUrl: string,
): string | undefined {
  const base = new URL(`${appBaseUrl}/`);
  const url = URL.canParse(href, base) ? new URL(href, base) : undefined;
  return url?.origin === base.origin ? url.href : undefined;
}
