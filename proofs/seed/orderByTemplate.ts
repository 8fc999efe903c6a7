import type { Session } from '../http/Session.ts';
import { firstPlacement } from './orders.ts';
import { until } from './until.ts';

/**
 * Orders a site as people do: through the scaffolder.
 *
 * @param word - part of the site's name
 * @returns id of the task, which is over
 */
export async function orderByTemplate(
  session: Session,
  customer: string,
  word: string,
): Promise<string> {
  const placement = await firstPlacement(session);
  await until('the template to be in the catalog', async () => {
    const { status } = await session.call({
      path: '/api/catalog/entities/by-name/template/default/website',
    });
    return status === 200 || undefined;
  });
  const { id } = await session.json({
    method: 'POST',
    path: '/api/scaffolder/v2/tasks',
    body: {
      templateRef: 'template:default/website',
      values: {
        customer,
        name: `blog-${word}`,
        title: `Blog ${word}`,
        placement,
        content: { kind: 'starter' },
      },
    },
  });
  await until(`scaffolder task ${id} to end`, async () => {
    const { status } = await session.json({
      path: `/api/scaffolder/v2/tasks/${id}`,
    });
    if (['failed', 'cancelled'].includes(status)) {
      const events = await session.call({
        path: `/api/scaffolder/v2/tasks/${id}/events`,
      });
      throw new Error(`The order by template ${status}: ${events.body}`);
    }
    return status === 'completed' ? status : undefined;
  });
  return id;
}
