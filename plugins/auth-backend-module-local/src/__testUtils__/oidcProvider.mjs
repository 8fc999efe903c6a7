// A real OpenID provider for tests, in a process of its own:
//   node oidcProvider.mjs
// prints its issuer. Every portal on this machine is its client. Whoever comes to it is signed in at once, as the account
// that POST /account last named: {"subject", "email", "isVerified"}.
import http from 'node:http';
import { Provider } from 'oidc-provider';

let account = { subject: 'nobody', email: '', isVerified: false };

const server = http.createServer();
await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'freehold',
      client_secret: 'a-secret-of-tests-only',
      redirect_uris: ['http://localhost/registered-but-not-used'],
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
  ],
  claims: {
    openid: ['sub'],
    email: ['email', 'email_verified'],
    profile: ['name'],
  },
  // Into the ID token as well, where Google and Microsoft put them.
  conformIdTokenClaims: false,
  cookies: { keys: ['tests-only'] },
  features: { devInteractions: { enabled: false } },
  findAccount: (_context, subject) => ({
    accountId: subject,
    claims: () => ({
      sub: subject,
      name: subject,
      email: account.email,
      email_verified: account.isVerified,
    }),
  }),
  interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
  loadExistingGrant: async ({ oidc }) => {
    const grant = new oidc.provider.Grant({
      clientId: oidc.client.clientId,
      accountId: oidc.session.accountId,
    });
    grant.addOIDCScope('openid email profile');
    await grant.save();
    return grant;
  },
});

// Ports of test portals are not known before.
provider.Client.prototype.redirectUriAllowed = uri => {
  const { hostname, pathname } = new URL(uri);
  return (
    hostname === 'localhost' && pathname === '/api/auth/oidc/handler/frame'
  );
};

const answer = provider.callback();
server.on('request', async (request, response) => {
  if (request.url.startsWith('/interaction/')) {
    await provider.interactionFinished(request, response, {
      login: { accountId: account.subject },
    });
    return;
  }
  if (request.method === 'POST' && request.url === '/account') {
    const chunks = await request.toArray();
    account = JSON.parse(Buffer.concat(chunks).toString());
    response.end();
    return;
  }
  answer(request, response);
});
process.stdout.write(`${issuer}\n`);
