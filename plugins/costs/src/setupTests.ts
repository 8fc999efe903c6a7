import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Two cores may be busy with other suites: wait for what comes, not for long.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);

// jsdom has no media queries: pages are tested as in a wide window.
window.matchMedia = query =>
  Object.assign(new EventTarget(), {
    matches: false,
    media: query,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
  });
