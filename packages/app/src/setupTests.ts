import '@testing-library/jest-dom';

// jsdom has no media queries: pages are tested as in a wide window.
window.matchMedia = query =>
  Object.assign(new EventTarget(), {
    matches: false,
    media: query,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
  });
