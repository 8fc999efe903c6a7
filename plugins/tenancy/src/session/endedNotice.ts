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
