import { AuthenticationError, InputError } from '@backstage/errors';
import type { TenantDatabase } from '@freehold/plugin-tenancy-node';
import express from 'express';
import Router from 'express-promise-router';
import { createHash } from 'node:crypto';
import type { RunTokensStore } from '../database/RunTokensStore';
import { isRunToken } from './runTokens';
import type { StateAddress } from './SiteStates';
import type { TerraformStates } from './TerraformStates';

/** The router's path below the plugin's; it needs an auth policy of its own. */
export const STATE_PATH = '/terraform-state';

const LARGEST_STATE = '64mb';

/**
 * Terraform's `http` backend: GET and POST of the state, POST and DELETE of
 * `…/lock`. It authenticates by itself, with the token of the run (HTTP Basic,
 * the deployment's id as user), which is valid while that run holds the
 * deployment, for the state of its site only.
 */
export function createStateRouter(options: {
  database: TenantDatabase;
  tokens: RunTokensStore;
  states: TerraformStates;
}): express.Router {
  const { states } = options;
  const outer = Router();
  const router = Router();
  outer.use(STATE_PATH, router);
  const raw = express.raw({ type: () => true, limit: LARGEST_STATE });

  router.use('/:customer/:site', async (request, response, next) => {
    response.locals.run = await authenticate(options, request);
    next();
  });

  router.get('/:customer/:site', async (_request, response) => {
    const { address } = runOf(response);
    const state = await states.read(address);
    if (!state) {
      response.status(204).end();
      return;
    }
    response.type('application/json').send(state);
  });

  router.post('/:customer/:site', raw, async (request, response) => {
    const { address, mayWrite } = runOf(response);
    if (!mayWrite) {
      throw new InputError('A run that plans does not write state');
    }
    const body = bodyOf(request);
    assertIntact(body, request.header('content-md5'));
    const lockId = request.query.ID;
    await states.write(
      address,
      body,
      typeof lockId === 'string' ? lockId : undefined,
    );
    response.status(200).end();
  });

  router.post('/:customer/:site/lock', raw, async (request, response) => {
    const { address } = runOf(response);
    const info = lockInfoOf(bodyOf(request));
    const held = await states.lock(address, { lockId: info.ID, info });
    // Terraform prints the holder's own words from this answer.
    response.status(held.lockId === info.ID ? 200 : 423).json(held.info);
  });

  router.delete('/:customer/:site/lock', raw, async (request, response) => {
    const { address } = runOf(response);
    const info = lockInfoOf(bodyOf(request));
    const released = await states.unlock(address, info.ID);
    response.status(released ? 200 : 409).end();
  });

  router.all(['/:customer/:site', '/:customer/:site/lock'], (_, response) => {
    response.status(405).end();
  });

  return outer;
}

/** Whatever is no id cannot be one of ours, and PostgreSQL refuses some of it. */
function isId(text: string): boolean {
  return /^[\w-]{1,80}$/.test(text);
}

interface AuthenticatedRun {
  address: StateAddress;
  mayWrite: boolean;
}

function runOf(response: express.Response): AuthenticatedRun {
  return response.locals.run;
}

async function authenticate(
  options: { database: TenantDatabase; tokens: RunTokensStore },
  request: express.Request,
): Promise<AuthenticatedRun> {
  const { customer: tenant, site: siteId } = request.params;
  const { user: deploymentId, password } = basicCredentials(request);
  const run = [tenant, siteId, deploymentId].every(isId)
    ? await options.database.transaction(tenant, trx =>
        options.tokens.findRun(trx, { tenant, siteId, deploymentId }),
      )
    : undefined;
  if (!isRunToken(password, run?.tokenHash)) {
    throw new AuthenticationError('This run may not use this state');
  }
  return {
    address: { tenant, siteId, deploymentId },
    mayWrite: run?.state === 'applying',
  };
}

function basicCredentials(request: express.Request) {
  const [scheme, encoded = ''] = (request.header('authorization') ?? '').split(
    ' ',
  );
  const [user, ...password] = Buffer.from(
    scheme.toLocaleLowerCase('en-US') === 'basic' ? encoded : '',
    'base64',
  )
    .toString('utf8')
    .split(':');
  return { user, password: password.join(':') };
}

function bodyOf(request: express.Request): Buffer {
  if (!Buffer.isBuffer(request.body)) {
    throw new InputError('This request needs a body');
  }
  return request.body;
}

function assertIntact(body: Buffer, digest: string | undefined): void {
  if (digest === undefined) {
    return;
  }
  if (createHash('md5').update(body).digest('base64') !== digest) {
    throw new InputError('The state was damaged on its way, send it again');
  }
}

function lockInfoOf(body: Buffer): { ID: string } & Record<string, unknown> {
  let info: any;
  try {
    info = JSON.parse(body.toString('utf8').replaceAll('\\u0000', ''));
  } catch {
    throw new InputError('A lock must be JSON');
  }
  if (typeof info?.ID !== 'string' || !/^[\w-]{1,64}$/.test(info.ID)) {
    throw new InputError('A lock needs an ID');
  }
  return info;
}
