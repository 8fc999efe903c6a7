import type { World } from '../seed/World.ts';
import type { BadCall } from './BadCall.ts';

/**
 * Bad requests to what no document describes: Terraform's state backend, and
 * addresses below our plugins that lead nowhere.
 */
export function undocumentedCalls(world: World): BadCall[] {
  const { own, foreign, unknown } = world;
  const states = [own, foreign, unknown].flatMap(names => [
    `/api/sites/terraform-state/${names.customer}/${names.site}`,
    `/api/sites/terraform-state/${names.customer}/${names.site}/lock`,
  ]);
  return [
    ...states.flatMap(stateCalls),
    ...['sites', 'tenancy', 'auth/local'].flatMap(plugin =>
      ['', '/no-such-thing', '/%00', '/%E0%A4%A', '/..%2f..%2fetc'].map(
        end => ({
          title: `GET /api/${plugin}${end}`,
          must: 'refuse' as const,
          leadsNowhere: true,
          call: { path: `/api/${plugin}${end}` },
        }),
      ),
    ),
  ];
}

const tokens: Record<string, string | undefined> = {
  'no token': undefined,
  'an empty token': basic(':'),
  'a wrong token': basic('freehold:wrong'),
  'an endless token': basic(`freehold:${'x'.repeat(4000)}`),
  'a NUL in the token': basic('freehold:\u0000'),
  'no Basic token': 'Basic ***',
};

function stateCalls(path: string): BadCall[] {
  return Object.entries(tokens).flatMap(([what, authorization = '']) =>
    ['GET', 'POST', 'DELETE', 'LOCK'].map(method => ({
      title: `${method} ${path} with ${what}`,
      must: 'refuse' as const,
      call: {
        method,
        path,
        headers: { authorization },
        body: method === 'GET' ? undefined : '{"serial":1e999',
      },
    })),
  );
}

function basic(pair: string): string {
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}
