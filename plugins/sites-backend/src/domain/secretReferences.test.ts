import { assertReferencesAllowed } from './secretReferences';

const SECRETS = 'arn:aws:secretsmanager:eu-central-1:111111111111:secret:';
const PARAMETERS = 'arn:aws:ssm:eu-central-1:111111111111:parameter';

const check = (reference: string, owner: 'customer' | 'business') => () =>
  assertReferencesAllowed({ TOKEN: reference }, { tenant: 'acme', owner });

describe('where a site finds a secret', () => {
  it.each([
    `${SECRETS}acme/token-a1B2c3`,
    `${SECRETS}acme/token-a1B2c3:password::`,
    `${PARAMETERS}/acme/token`,
  ])('may be a place of the customer in a shared account: %s', reference => {
    expect(check(reference, 'business')).not.toThrow();
    expect(check(reference, 'customer')).not.toThrow();
  });

  it.each([
    `${SECRETS}rival/token-a1B2c3`,
    `${SECRETS}acme-rival/token`,
    `${SECRETS}token`,
    `${PARAMETERS}/rival/token`,
    `${PARAMETERS}/acmetoken`,
  ])('may be this only in an account of its own: %s', reference => {
    expect(check(reference, 'business')).toThrow(
      /TOKEN must have a name that begins with 'acme\/'/,
    );
    expect(check(reference, 'customer')).not.toThrow();
  });

  it.each([
    `${SECRETS}acme/*`,
    `${SECRETS}acme/t?ken`,
    `${PARAMETERS}/acme/*`,
    `${SECRETS}acme/one,${SECRETS}rival/two`,
    `${SECRETS}acme/token\n`,
    'arn:aws:s3:::bucket',
    'hunter2',
    '',
  ])('is no wildcard, no second place and no secret itself: %j', reference => {
    for (const owner of ['business', 'customer'] as const) {
      expect(check(reference, owner)).toThrow(/TOKEN must be the whole ARN/);
    }
  });
});
