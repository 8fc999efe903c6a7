import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';

/** Runs a change and records who tried it, on what, and how it ended. */
export async function audited<Result>(
  auditor: AuditorService,
  options: AuditorServiceCreateEventOptions,
  change: () => Promise<Result>,
): Promise<Result> {
  const event = await auditor.createEvent({
    severityLevel: 'medium',
    ...options,
  });
  try {
    const result = await change();
    await event.success();
    return result;
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
}
