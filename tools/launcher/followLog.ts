import { spawn } from 'node:child_process';
import { onShutdown } from './shutdown.ts';

/** Shows what is added to a log on the terminal, until this process ends. */
export function followLog(logFile: string): void {
  const child = spawn('tail', ['-n', '0', '-F', logFile], {
    stdio: ['ignore', 'inherit', 'ignore'],
  });
  onShutdown(() => {
    child.kill();
  });
}
