import { EventEmitter } from 'node:events';
import type { TenantTransaction } from '../database';

const emitter = new EventEmitter();
emitter.setMaxListeners(0);

/** Tells the shippers of this process that there is something to ship. */
export const outboxSignal = {
  /** Raises it once the transaction is committed. */
  raiseAfter(trx: TenantTransaction): void {
    trx.executionPromise.then(
      () => emitter.emit('raised'),
      // Rolled back: nothing to ship.
      () => {},
    );
  },

  /** @returns a function that ends it */
  listen(listener: () => void): () => void {
    emitter.on('raised', listener);
    return () => emitter.off('raised', listener);
  },
};
