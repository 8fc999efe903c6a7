const REPEAT_TERMINAL_MS = 1000;
const REPEAT_PLAIN_MS = 15_000;

/** @param {number} startedAt - milliseconds since the epoch */
export function elapsedSince(startedAt) {
  const seconds = (Date.now() - startedAt) / 1000;
  return seconds < 60
    ? `${seconds.toFixed(1)} s`
    : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/**
 * Shows one step while it runs: a line that counts on a terminal, a line now
 * and then where output goes to a file.
 *
 * @template T
 * @param {string} title - what is going on, for a person
 * @param {() => Promise<T>} work
 * @param {NodeJS.WriteStream} [output]
 * @returns {Promise<T>} what the work resolved to
 */
export async function step(title, work, output = process.stderr) {
  const startedAt = Date.now();
  const live = output.isTTY === true;
  const show = () =>
    output.write(
      live
        ? `\r\x1b[K  … ${title} (${elapsedSince(startedAt)})`
        : `  … ${title} (${elapsedSince(startedAt)})\n`,
    );
  const timer = setInterval(show, live ? REPEAT_TERMINAL_MS : REPEAT_PLAIN_MS);
  const close = (/** @type {string} */ mark) => {
    clearInterval(timer);
    output.write(
      `${live ? '\r\x1b[K' : ''}  ${mark} ${title} (${elapsedSince(startedAt)})\n`,
    );
  };
  if (live) show();
  try {
    const result = await work();
    close('✓');
    return result;
  } catch (error) {
    close('✗');
    throw error;
  }
}
