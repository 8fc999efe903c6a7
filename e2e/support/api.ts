import type { Page } from 'playwright/test';

/** Calls the portal's API as whoever is signed in on the page. */
export async function callApi<Reply>(
  page: Page,
  method: string,
  path: string,
  data?: unknown,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const response = await page.request.fetch(path, {
    method,
    data,
    headers: { authorization: `Bearer ${await tokenOf(page)}`, ...headers },
  });
  if (!response.ok()) {
    throw new Error(`${method} ${path}: ${await response.text()}`);
  }
  return response.json();
}

/** A token of the page's session, as the page itself renews its own. */
async function tokenOf(page: Page): Promise<string> {
  const response = await page.request.post('/api/auth/local/sessions/refresh', {
    headers: {
      origin: new URL(page.url()).origin,
      'x-freehold-request': '1',
    },
  });
  const { backstageIdentity } = await response.json();
  return backstageIdentity.token;
}
