/**
 * Loads the portal anew, at this path or where it is. For when the reader
 * became somebody else: nothing that was read before stays.
 */
export function loadPage(path?: string): void {
  if (path) {
    window.location.assign(path);
  } else {
    window.location.reload();
  }
}
