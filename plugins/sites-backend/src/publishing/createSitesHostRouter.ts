import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SitesHostHandler } from '@freehold/plugin-sites-node';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import send from 'send';
import { sendNotice } from './noticePage';
import type { PublishedReleases } from './PublishedReleases';
import { parseSiteHost, type SiteHost } from './siteHost';
import type { SiteLookup } from './SiteLookup';

const UNKNOWN = {
  title: 'There is no site here',
  text: 'The address may be mistyped, or the site was removed.',
};
const MISSING_PAGE = {
  title: 'There is no such page',
  text: 'The address may be mistyped, or the page was removed.',
};
const SUSPENDED = {
  title: 'This site is suspended',
  text: 'Please try again later. If it is yours, your hosting provider can tell you more.',
};
const BROKEN = {
  title: 'Something went wrong',
  text: 'Please try again in a moment.',
};

/**
 * Serves local sites by host name, `<site>.<customer>.<domain>`, and hands every
 * other request on. It goes before the portal's own middleware: nothing of the
 * portal, its headers and cookies included, is to appear on a customer's site.
 */
export function createSitesHostRouter(options: {
  domain: string;
  sites: SiteLookup;
  releases: PublishedReleases;
  logger: LoggerService;
}): SitesHostHandler {
  return (request, response, next) => {
    const host = parseSiteHost(request.headers.host, options.domain);
    if (!host) {
      next();
      return;
    }
    serve(options, host, request, response).catch(error => {
      options.logger.error(`Could not serve a site: ${error}`);
      if (response.headersSent) {
        response.destroy();
      } else {
        sendNotice(response, 500, BROKEN);
      }
    });
  };
}

async function serve(
  options: { sites: SiteLookup; releases: PublishedReleases },
  host: SiteHost,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  const site = await options.sites.find(host.tenant, host.name);
  // What a failed or cancelled order has published is nobody's site; neither is
  // what a removal has left of one.
  if (!site || site.state === 'failed') {
    sendNotice(response, 404, UNKNOWN);
    return;
  }
  if (site.suspendedReason !== undefined) {
    response.setHeader('Retry-After', '3600');
    sendNotice(response, 503, SUSPENDED);
    return;
  }
  const release = await options.releases.find(host);
  if (!release) {
    sendNotice(response, 404, UNKNOWN);
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    sendNotice(response, 405, MISSING_PAGE);
    return;
  }
  sendFile(release, request, response);
}

function sendFile(
  release: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const [pathname] = (request.url ?? '/').split('?');
  send(request, pathname, {
    root: release,
    dotfiles: 'ignore',
    index: 'index.html',
    // Every deployment must be seen at once; the ETag keeps that cheap.
    cacheControl: false,
  })
    .on('headers', () => response.setHeader('Cache-Control', 'no-cache'))
    .on('error', (error: { status?: number; headers?: object }) => {
      sendError(release, response, error).catch(() => response.destroy());
    })
    .pipe(response);
}

async function sendError(
  release: string,
  response: ServerResponse,
  error: { status?: number; headers?: object },
): Promise<void> {
  const status = error.status ?? 500;
  if (status >= 500) {
    sendNotice(response, 500, BROKEN);
    return;
  }
  if (status === 416 || status === 412) {
    for (const [name, value] of Object.entries(error.headers ?? {})) {
      response.setHeader(name, value);
    }
    response.writeHead(status).end();
    return;
  }
  const ownPage = await fs
    .readFile(path.join(release, '404.html'))
    .catch(() => undefined);
  if (!ownPage) {
    sendNotice(response, 404, MISSING_PAGE);
    return;
  }
  response.statusCode = 404;
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Content-Length', ownPage.length);
  response.setHeader('Cache-Control', 'no-cache');
  response.end(response.req.method === 'HEAD' ? undefined : ownPage);
}
