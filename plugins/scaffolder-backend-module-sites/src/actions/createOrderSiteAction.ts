import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError, InputError, toError } from '@backstage/errors';
import {
  createTemplateAction,
  type ActionContext,
} from '@backstage/plugin-scaffolder-node';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import { createHash } from 'node:crypto';
import { examples } from './examples';
import type { PlacedOrder, SiteOrder, SitesClient } from './SitesClient';

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
        runtime: z =>
          z
            .object({ kind: z.enum(['static', 'container', 'git']) })
            .passthrough()
            .optional()
            .describe('What runs the site; static files when absent'),
        customSize: z =>
          z
            .object({})
            .passthrough()
            .optional()
            .describe('The measures of the size custom'),
        domains: z =>
          z
            .array(z.string())
            .optional()
            .describe('Host names of the customer’s own'),
        environment: z =>
          z
            .record(z.string())
            .optional()
            .describe('Plain variables by name; never secrets'),
        secretReferences: z =>
          z
            .record(z.string())
            .optional()
            .describe('Variable name to where the cloud keeps its secret'),
        addOns: z =>
          z
            .object({})
            .passthrough()
            .optional()
            .describe('A database and storage beside the site'),
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
      try {
        const { customer: chosen, content, ...site } = ctx.input;
        const customer = chosen || ownCustomer(credentials);
        if (ctx.isDryRun) {
          await assertNameIsFree(sites, credentials, customer, site.name);
          ctx.logger.info(`Would order the site '${site.name}' of ${customer}`);
          return;
        }
        const placed = await sites.orderSite(
          customer,
          // The API checks the specification, and says what is wrong with it.
          { ...site, content: toContentChoice(content) } as SiteOrder,
          {
            credentials,
            idempotencyKey: keyOf(ctx),
            requestId: ctx.task.id,
          },
        );
        ctx.logger.info(describeOrder(placed));
        for (const [name, value] of Object.entries(outputOf(placed))) {
          ctx.output(name as keyof ReturnType<typeof outputOf>, value);
        }
      } catch (error) {
        throw withoutStack(error);
      }
    },
  });
}

function outputOf({ site, deployment }: PlacedOrder) {
  const { customer, name, siteId } = site;
  const { deploymentId } = deployment;
  return {
    siteRef: stringifyEntityRef({
      kind: 'component',
      namespace: customer,
      name,
    }),
    siteId,
    deploymentId,
    deploymentUrl: `/sites/${customer}/deployments/${deploymentId}`,
  };
}

function describeOrder({ order, site }: PlacedOrder): string {
  const { amount, currency } = order.monthlyPrice;
  return `Ordered the site '${site.name}' of ${site.customer} for ${amount} ${currency} a month (price list ${order.priceVersion})`;
}

async function assertNameIsFree(
  sites: SitesClient,
  credentials: BackstageCredentials,
  customer: string,
  name: string,
): Promise<void> {
  const check = await sites.checkSiteName(customer, name, { credentials });
  if (!check.available) {
    throw new ConflictError(check.reason ?? `The name '${name}' is taken.`);
  }
}

/** The task's log, which its initiator reads, prints the whole stack. */
function withoutStack(thrown: unknown): Error {
  const error = toError(thrown);
  error.stack = `${error.name}: ${error.message}`;
  return error;
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
