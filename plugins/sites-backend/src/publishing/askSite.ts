import http from 'node:http';
import https from 'node:https';
import { publicLookup } from './publicLookup';

const TIMEOUT_MILLISECONDS = 5_000;

/**
 * Asks a site for the status it answers with, and follows no redirect.
 *
 * @param through - a server that answers in the site's name, by its Host
 *   header, since fetch lets nobody set that and names below `localhost` don't
 *   resolve everywhere; absent to ask the site itself, over the internet
 * @throws when it does not answer
 */
export async function askSite(site: URL, through?: string): Promise<number> {
  const target = through ? new URL(site.pathname, through) : site;
  const { get } = target.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const request = get(
      target,
      {
        headers: { host: site.host },
        timeout: TIMEOUT_MILLISECONDS,
        ...(!through && { lookup: publicLookup }),
      },
      response => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    request.on('timeout', () => request.destroy(new Error('timeout')));
    request.on('error', reject);
  });
}
