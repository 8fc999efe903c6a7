import { TestDatabases } from '@backstage/backend-test-utils';
import { TenantDatabase } from '@freehold/plugin-tenancy-node';
import { subjectsOf } from '../domain/attempts';
import { AttemptsStore } from './AttemptsStore';
import { migrate } from './migrate';

jest.setTimeout(60_000);

const SIGN_INS_AT_ONCE = 8;
const ROUNDS = 25;

describe('counting failed sign-ins', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  it('counts and forgives sign-ins of one person that come at once', async () => {
    const knex = await databases.init('POSTGRES_18');
    const service = { getClient: async () => knex };
    await migrate(service);
    const store = AttemptsStore.create(await TenantDatabase.create(service));
    const subjects = subjectsOf('anna@acme.example', { address: '127.0.0.1' });
    const signIn = async () => {
      await store.countAttempt(subjects, new Date());
      await store.forgiveAttempt(subjects);
    };
    for (let round = 0; round < ROUNDS; round++) {
      await Promise.all(Array.from({ length: SIGN_INS_AT_ONCE }, signIn));
    }
    const left = await knex('local_sign_in_attempts').select();
    expect(left.map(({ failures }) => failures)).toEqual(left.map(() => 0));
  });
});
