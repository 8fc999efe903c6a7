import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import express from 'express';

export interface RequestedLink {
  tenant: string;
  member: string;
  email: string;
  firstOnly: boolean;
}

/** What everybody's password is. */
export const RIGHT_PASSWORD = 'glacier-ottoman-42-fiddle';

/** Plays the sign-in module: knows passwords and gives set-password links, unless it is down. */
export function createSignInDouble() {
  const requests: RequestedLink[] = [];
  const state = {
    isDown: false,
    /** Has seen too many wrong passwords. */
    isBlocking: false,
    /** As `tenant/member`. */
    withPassword: new Set<string>(),
  };
  const plugin = createBackendPlugin({
    pluginId: 'auth',
    register(env) {
      env.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
        },
        async init({ httpAuth, httpRouter }) {
          const router = express.Router();
          router.use(express.json());
          router.post('/local/password-links', async (req, res) => {
            await httpAuth.credentials(req, { allow: ['service'] });
            if (state.isDown) {
              res.status(500).json({});
              return;
            }
            const { tenant, member, firstOnly } = req.body;
            if (firstOnly && state.withPassword.has(`${tenant}/${member}`)) {
              res.status(409).json({});
              return;
            }
            requests.push(req.body);
            res.status(201).json({
              url: `http://localhost/set-password#token=${requests.length}`,
              expiresAt: '2030-01-01T00:00:00.000Z',
            });
          });
          router.post('/local/password/verify', async (req, res) => {
            await httpAuth.credentials(req, { allow: ['service'] });
            if (state.isBlocking) {
              res.status(429).set('retry-after', '7').json({});
              return;
            }
            res.json({ isRight: req.body.password === RIGHT_PASSWORD });
          });
          httpRouter.use(router);
        },
      });
    },
  });
  return { plugin, requests, state };
}
