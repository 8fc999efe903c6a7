import '@testing-library/jest-dom';

// jsdom has none; lists ask it whether their end is in sight, which in a page
// without a layout it never is.
class NothingInSight implements IntersectionObserver {
  readonly root = null;
  readonly rootMargin = '';
  readonly thresholds = [];
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return [];
  }
}
globalThis.IntersectionObserver ??= NothingInSight;
