const KEY = 'freehold.session.ended';

/** Remembers, over the reload that ends a session, to say why it ended. */
export function leaveEndedNotice(): void {
  sessionStorage.setItem(KEY, '1');
}

/** Whether the session ended by itself; true once. */
export function takeEndedNotice(): boolean {
  const wasLeft = sessionStorage.getItem(KEY) !== null;
  sessionStorage.removeItem(KEY);
  return wasLeft;
}

const AWAY_KEY = 'freehold.session.away';

/** Remembers that signing in goes on at a provider's pages. */
export function leaveProviderNotice(): void {
  sessionStorage.setItem(AWAY_KEY, '1');
}

/** Whether the browser comes back from a provider's pages; true once. */
export function takeProviderNotice(): boolean {
  const wasLeft = sessionStorage.getItem(AWAY_KEY) !== null;
  sessionStorage.removeItem(AWAY_KEY);
  return wasLeft;
}
