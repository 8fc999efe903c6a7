import path from 'node:path';
import { after, before } from 'node:test';
import {
  type OidcProvider,
  startOidcProvider,
} from '../../plugins/auth-backend-module-local/src/__testUtils__/startOidcProvider.ts';
import { Session } from '../http/Session.ts';
import { repository } from '../portal/Portal.ts';
import { type RunningPortal, startPortal } from '../portal/startPortal.ts';
import { crossSiteAttacks } from './crossSite.ts';
import { headerAttacks } from './headers.ts';
import { linkAttacks } from './links.ts';
import { passwordAttacks } from './passwords.ts';
import { providerAttacks } from './providers.ts';
import { redirectAttacks } from './redirects.ts';
import type { Scene } from './Scene.ts';
import { secondFactorAttacks } from './secondFactors.ts';
import { sessionAttacks } from './sessions.ts';
import { tokenAttacks } from './tokens.ts';

let provider: OidcProvider;
let running: RunningPortal;
let scene: Scene;

before(async () => {
  provider = await startOidcProvider(
    path.join(
      repository,
      'plugins/auth-backend-module-local/src/__testUtils__/oidcProvider.mjs',
    ),
  );
  running = await startPortal(configFor(provider));
  const { cast, portal } = running;
  const operator = await Session.signIn(portal.url, 'operator', {
    email: cast.staff[0].email,
    password: cast.password,
  });
  scene = { ...running, provider, operator };
});

after(async () => {
  provider?.stop();
  await running?.remove();
});

for (const attacks of [
  passwordAttacks,
  secondFactorAttacks,
  linkAttacks,
  sessionAttacks,
  crossSiteAttacks,
  providerAttacks,
  headerAttacks,
  redirectAttacks,
  tokenAttacks,
]) {
  attacks(() => scene);
}

function configFor({ issuer }: OidcProvider) {
  return {
    auth: {
      session: { secret: 'a-secret-of-tests-only' },
      providers: {
        local: {},
        oidc: {
          development: {
            metadataUrl: `${issuer}/.well-known/openid-configuration`,
            clientId: 'freehold',
            clientSecret: 'a-secret-of-tests-only',
            prompt: 'auto',
          },
        },
      },
    },
  };
}
