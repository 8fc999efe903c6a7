const CHANNEL = 'freehold.session';
const LOCK = 'freehold.session.refresh';
const SIGNED_OUT = 'signed-out';

/** What the tabs of one browser have to agree on: they share the cookie. */
export class TabChannel {
  private readonly channel =
    typeof BroadcastChannel === 'undefined'
      ? undefined
      : new BroadcastChannel(CHANNEL);

  onSignedOut(listener: () => void): void {
    this.channel?.addEventListener('message', event => {
      if (event.data === SIGNED_OUT) listener();
    });
  }

  announceSignedOut(): void {
    this.channel?.postMessage(SIGNED_OUT);
  }

  /**
   * Runs `work` in one tab after the other: each refresh rotates the session,
   * so two at once would present a cookie that was just replaced. Browsers
   * have locks in secure contexts only; elsewhere the backend's grace for the
   * previous cookie has to do.
   */
  async oneAtATime<Result>(work: () => Promise<Result>): Promise<Result> {
    if (typeof navigator === 'undefined' || !navigator.locks) return work();
    return navigator.locks.request(LOCK, work) as Promise<Result>;
  }
}
