/**
 * Something the person at the keyboard can put right. Its message is the one
 * line they see, so it says what is wrong and what to do about it.
 */
export class Problem extends Error {
  name = 'Problem';
}

/**
 * Ends the process the way every command ends: a problem is one line, anything
 * else is a fault of ours and keeps its stack.
 *
 * @param {unknown} error
 * @returns {never}
 */
export function failWith(error) {
  if (error instanceof Error && error.name === 'Problem') {
    process.stderr.write(`\nFreehold: ${error.message}\n`);
  } else if (isDiskFull(error)) {
    process.stderr.write(
      `\nFreehold: the disk is full. Free some space and run the command again.\n`,
    );
  } else {
    process.stderr.write(
      `\nFreehold: ${error instanceof Error ? error.stack : error}\n`,
    );
  }
  process.exit(1);
}

/** @param {unknown} error */
function isDiskFull(error) {
  const code = /** @type {{ code?: unknown } | undefined} */ (error)?.code;
  return code === 'ENOSPC' || code === 'EDQUOT';
}
