// A portal that signs in with an OpenID provider, and wants a second factor of
// operators: for tests that start it as a process of its own. Prints its
// address; ends with its standard input.
import { startTestPortal } from '../../tools/trials/testPortal.ts';

const [issuer] = process.argv.slice(2);
const settings = {
  auth_session_secret: 'a-secret-of-tests-only',
  auth_local_secondFactor_requiredFor: ['operator'],
  auth_providers_oidc_development_metadataUrl: `${issuer}/.well-known/openid-configuration`,
  auth_providers_oidc_development_clientId: 'freehold',
  auth_providers_oidc_development_clientSecret: 'a-secret-of-tests-only',
  auth_providers_oidc_development_prompt: 'auto',
};
for (const [key, value] of Object.entries(settings)) {
  process.env[`APP_CONFIG_${key}`] = JSON.stringify(value);
}

const portal = await startTestPortal();
process.stdout.write(`PORTAL ${portal.url}\n`);
process.stdin.resume().once('end', async () => {
  await portal.stop();
  process.exit(0);
});
