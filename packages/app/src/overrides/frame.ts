import { createContext } from 'react';

/** What the frame of a stock page leaves out. */
export const FrameContext = createContext({ hasSubPageTabs: true });
