import fs from 'node:fs';
import path from 'node:path';
import { isAlive, startTimeOf } from './processIdentity.mjs';

/**
 * @typedef {{ pid: number, startTime?: string, [key: string]: unknown }} Holder
 */

/**
 * Takes a lock that is a file naming its holder. A holder that has died holds
 * nothing, so that no crash leaves a lock for people to delete.
 *
 * @param {string} file
 * @param {Record<string, unknown>} [details] - told to whoever finds it taken
 * @returns {{ release: () => void } | { heldBy: Holder }}
 */
export function tryLock(file, details = {}) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const own = JSON.stringify({
    ...details,
    pid: process.pid,
    startTime: startTimeOf(process.pid),
  });
  // Linking a finished file is atomic, so nobody ever reads half a lock.
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, own, { mode: 0o600 });
  try {
    for (;;) {
      try {
        fs.linkSync(draft, file);
        return { release: () => releaseLock(file, own) };
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw error;
      }
      const text = readText(file);
      if (text === undefined) continue;
      const holder = parse(text);
      if (holder && isAlive(holder)) return { heldBy: holder };
      removeStale(file, text);
    }
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/**
 * Waits for a lock.
 *
 * @param {string} file
 * @param {(holder: Holder) => void} onWait - called once, when it is taken
 * @returns {Promise<{ release: () => void }>}
 */
export async function waitForLock(file, onWait) {
  for (let told = false; ; told = true) {
    const attempt = tryLock(file);
    if ('release' in attempt) return attempt;
    if (!told) onWait(attempt.heldBy);
    await new Promise(resolve => setTimeout(resolve, 500));
  }
}

/** @param {string} file @param {string} own */
function releaseLock(file, own) {
  if (readText(file) === own) fs.rmSync(file, { force: true });
}

/**
 * Another process may have replaced the stale lock since it was read. Moving
 * it aside shows which one was caught, and a live one is put back.
 *
 * @param {string} file
 * @param {string} staleText
 */
function removeStale(file, staleText) {
  const aside = `${file}.stale.${process.pid}`;
  try {
    fs.renameSync(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if (readText(aside) !== staleText) fs.linkSync(aside, file);
  fs.rmSync(aside, { force: true });
}

/** @param {string} file */
function readText(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** @param {string} text @returns {Holder | undefined} */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return /** @type {NodeJS.ErrnoException} */ (error).code;
}
