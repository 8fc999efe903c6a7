import Bowser from 'bowser';

/** What a user agent says of itself; it may say anything. */
export interface Device {
  browser?: string;
  operatingSystem?: string;
  /** For people: `Chrome on Linux`, or the user agent where it isn't known. */
  name: string;
}

export function readDevice(userAgent: string): Device {
  // Bowser refuses to read nothing.
  const { browser, os } = Bowser.parse(userAgent || 'unknown');
  const isKnown = browser.name && os.name;
  return {
    browser: browser.name,
    operatingSystem: os.name,
    name: isKnown ? `${browser.name} on ${os.name}` : userAgent,
  };
}
