import { createPublicAccessCheck } from './createPublicAccessCheck';

/** Denies databases that the internet reaches. */
export const publicDatabaseCheck = createPublicAccessCheck({
  id: 'public-database',
  words: { database: 'database' },
  problem: 'could be reached from the internet',
  advice: 'Make it private; the site reaches it from inside its network.',
});

/** Denies storage that anybody could open. */
export const publicStorageCheck = createPublicAccessCheck({
  id: 'public-storage',
  words: { bucket: 'storage' },
  problem: 'could be opened to anybody on the internet',
  advice:
    'Block every kind of public access to it, and let no access list or policy of it speak of everybody.',
});

/** Denies servers and containers with an address on the internet. */
export const publicServerCheck = createPublicAccessCheck({
  id: 'public-server',
  words: { instance: 'server', service: 'service' },
  problem: 'would have an address on the internet',
  advice:
    'Run it in the private network; visitors reach it through the load balancer.',
});
