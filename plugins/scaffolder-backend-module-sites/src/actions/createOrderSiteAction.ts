import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError, InputError } from '@backstage/errors';
import {
  createTemplateAction,
  type ActionContext,
} from '@backstage/plugin-scaffolder-node';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import { createHash } from 'node:crypto';
import { examples } from './examples';
import type { SitesClient } from './SitesClient';

/** The action `freehold:site:order`: orders a site as the task's initiator. */
export function createOrderSiteAction(sites: SitesClient) {
  return createTemplateAction({
    id: 'freehold:site:order',
    description: 'Orders a site for a customer and starts its first deployment',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        customer: z =>
          z
            .string()
            .optional()
            .describe('Slug of the customer; members order for their own'),
        name: z =>
          z.string().describe('Name of the site, free at the customer'),
        title: z => z.string().optional().describe('What people call the site'),
        cloud: z => z.string().describe('Id of a cloud of the offering'),
        region: z => z.string().describe('Id of a region of that cloud'),
        size: z => z.string().describe('Id of a size of that cloud'),
        content: z =>
          z
            .object({
              kind: z.enum(['starter', 'upload']),
              contentId: z.string().optional(),
            })
            .passthrough()
            .describe('The starter page, or a content that was uploaded'),
      },
      output: {
        siteRef: z => z.string().describe('Entity ref of the site'),
        siteId: z => z.string(),
        deploymentId: z => z.string(),
        deploymentUrl: z =>
          z.string().describe('Path of the deployment’s page in the portal'),
      },
    },
    async handler(ctx) {
      const credentials = await ctx.getInitiatorCredentials();
      const { customer: chosen, content, ...site } = ctx.input;
      const customer = chosen || ownCustomer(credentials);

      if (ctx.isDryRun) {
        const { available, reason } = await sites.checkSiteName(
          customer,
          site.name,
          { credentials },
        );
        if (!available) {
          throw new ConflictError(reason ?? `'${site.name}' is taken.`);
        }
        ctx.logger.info(`Would order the site '${site.name}' of ${customer}`);
        return;
      }

      const placed = await sites.orderSite(
        customer,
        { ...site, content: toContentChoice(content) },
        { credentials, idempotencyKey: keyOf(ctx) },
      );
      const { siteId, name } = placed.site;
      const { deploymentId } = placed.deployment;
      const { monthlyPrice, priceVersion } = placed.order;
      ctx.logger.info(
        `Ordered the site '${name}' of ${customer} for ${monthlyPrice.amount} ${monthlyPrice.currency} a month (price list ${priceVersion})`,
      );
      ctx.output(
        'siteRef',
        stringifyEntityRef({ kind: 'component', namespace: customer, name }),
      );
      ctx.output('siteId', siteId);
      ctx.output('deploymentId', deploymentId);
      ctx.output(
        'deploymentUrl',
        `/sites/${customer}/deployments/${deploymentId}`,
      );
    },
  });
}

function ownCustomer(credentials: BackstageCredentials): string {
  const { userEntityRef } = credentials.principal as { userEntityRef?: string };
  const tenant = userEntityRef && parseEntityRef(userEntityRef).namespace;
  if (!tenant || tenant === BUSINESS_TENANT) {
    throw new InputError('Choose the customer that the site is for.');
  }
  return tenant;
}

function toContentChoice(content: {
  kind: 'starter' | 'upload';
  contentId?: string;
}) {
  if (content.kind === 'starter') {
    return { kind: content.kind };
  }
  if (!content.contentId) {
    throw new InputError('Upload the content of the site first.');
  }
  return { kind: content.kind, contentId: content.contentId };
}

/** One order per step of a task, however often the step is run. */
function keyOf(ctx: Pick<ActionContext<any>, 'task' | 'step' | 'each'>) {
  return createHash('sha256')
    .update(JSON.stringify([ctx.task.id, ctx.step?.id, ctx.each?.key]))
    .digest('hex');
}
