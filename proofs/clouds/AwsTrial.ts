import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { request } from '../http/request.ts';
import { Session } from '../http/Session.ts';
import { repository } from '../portal/Portal.ts';
import { type RunningPortal, startPortal } from '../portal/startPortal.ts';
import { until } from '../seed/until.ts';
import { Aws } from './Aws.ts';
import { SiteState } from './SiteState.ts';

/** Where the sites of the trial are. */
export const REGION = 'eu-central-1';

/** What lets Terraform and the trial into the double of AWS. */
export interface Double {
  endpoint: string;
  /** For Terraform, with the mirror of its provider. */
  cliConfigFile: string;
}

/** A site of the trial. */
export interface TrialSite {
  tenant: string;
  siteId: string;
  name: string;
}

/** A deployment that ended, with how long it took. */
export interface Run {
  site: TrialSite;
  deployment: any;
  seconds: number;
  /** Its plan had to be approved. */
  wasApproved: boolean;
}

/** The keys that customers' runs sign in with; only their shape matters. */
export const KEYS = {
  accessKeyId: 'AKIAFREEHOLDTRIAL000',
  secretAccessKey: 'b3Vy/c2VjcmV0K2FjY2Vzcytr/ZXktb2YtdHJpYWw',
};

const FINAL = ['succeeded', 'failed', 'cancelled'];

/** A portal that is sold sites on AWS, where a double stands in for AWS. */
export class AwsTrial {
  static async start(double: Double, dnsServers: string[]): Promise<AwsTrial> {
    const running = await startPortal(await configuration(double, dnsServers));
    try {
      const { cast, portal } = running;
      const signIn = (email: string) =>
        Session.signIn(portal.url, email, { email, password: cast.password });
      const owner = await signIn(cast.onlooker.members[0].email);
      const operator = await signIn(cast.staff[0].email);
      const aws = new Aws(double.endpoint, REGION);
      return new AwsTrial(running, owner, operator, aws, double.endpoint);
    } catch (error) {
      await running.remove();
      throw error;
    }
  }

  readonly running: RunningPortal;
  readonly owner: Session;
  readonly operator: Session;
  readonly aws: Aws;
  private readonly endpoint: string;

  private constructor(
    running: RunningPortal,
    owner: Session,
    operator: Session,
    aws: Aws,
    endpoint: string,
  ) {
    this.running = running;
    this.owner = owner;
    this.operator = operator;
    this.aws = aws;
    this.endpoint = endpoint;
  }

  get tenant(): string {
    return this.running.cast.onlooker.slug;
  }

  /** Enters keys of the customer's own account, as its owner does. */
  async enterCredentials(): Promise<any> {
    return this.owner.json({
      method: 'PUT',
      path: `${this.customerPath()}/cloud-credentials/aws`,
      body: { kind: 'access-key', name: 'Our account', ...KEYS },
    });
  }

  /** Orders a site, and waits until its deployment has ended well. */
  async order(name: string, wish: object): Promise<Run> {
    const startedAt = Date.now();
    const { site, deployment } = await this.owner.json({
      method: 'POST',
      path: `${this.customerPath()}/sites`,
      headers: { 'idempotency-key': randomUUID() },
      body: {
        name,
        cloud: 'aws',
        region: REGION,
        size: 'small',
        content: { kind: 'starter' },
        ...wish,
      },
    });
    return this.succeed(
      { tenant: this.tenant, siteId: site.siteId, name },
      deployment,
      startedAt,
    );
  }

  async change(site: TrialSite, wish: object): Promise<Run> {
    const startedAt = Date.now();
    const { deployment } = await this.owner.json({
      method: 'PATCH',
      path: this.sitePath(site),
      body: wish,
    });
    return this.succeed(site, deployment, startedAt);
  }

  async destroy(site: TrialSite): Promise<Run> {
    const startedAt = Date.now();
    const { deployment } = await this.owner.json({
      method: 'DELETE',
      path: this.sitePath(site),
    });
    return this.succeed(site, deployment, startedAt);
  }

  async site(site: TrialSite): Promise<any> {
    return this.owner.json({ path: this.sitePath(site) });
  }

  async state(site: TrialSite): Promise<SiteState> {
    return SiteState.read(this.running, site);
  }

  /** Labels that all of a site's resources must carry. */
  labels({ tenant, siteId }: TrialSite): Record<string, string> {
    return { tenant, site: siteId, product: 'website', cloud: 'aws' };
  }

  /** Opens a page of the site, which its double serves. */
  async open(url: string): Promise<{ status: number; body: string }> {
    const { host, pathname } = new URL(url);
    return request(this.endpoint, { path: pathname, headers: { host } });
  }

  /** Until the portal itself has found the site healthy. */
  async healthy(site: TrialSite): Promise<void> {
    await until(`${site.name} to be healthy`, async () => {
      const { health } = await this.site(site);
      return health?.status === 'healthy' ? true : undefined;
    });
  }

  /** Everything that the portal keeps in words about its deployments. */
  async words(): Promise<string> {
    const { database, portal } = this.running;
    const tables = await Promise.all(
      [
        'select text from sites.deployment_log order by deployment_id, seq',
        'select to_jsonb(d)::text as text from sites.deployments d',
        'select to_jsonb(s)::text as text from sites.sites s',
        'select to_jsonb(e)::text as text from tenancy.audit_events e',
      ].map(sql => database.acrossTenants<{ text: string }>(sql)),
    );
    const lines = tables.flat().map(({ text }) => text);
    return [...lines, await readFile(portal.logFile, 'utf8')].join('\n');
  }

  async remove(): Promise<void> {
    await this.running.remove();
  }

  /** Waits for the end; approves the plan where one asks for it. */
  private async succeed(
    site: TrialSite,
    { deploymentId }: { deploymentId: string },
    startedAt: number,
  ): Promise<Run> {
    const address = `${this.customerPath()}/deployments/${deploymentId}`;
    let wasApproved = false;
    const deployment = await until(
      `deployment ${deploymentId} of ${site.name} to end`,
      async () => {
        const present = await this.operator.json({ path: address });
        if (present.state === 'awaiting-approval') {
          wasApproved = true;
          await this.operator.json({
            method: 'POST',
            path: `${address}/approve`,
            body: { planHash: present.planHash },
          });
        }
        return FINAL.includes(present.state) ? present : undefined;
      },
      20 * 60_000,
      1_000,
    );
    assert.equal(
      deployment.state,
      'succeeded',
      `${site.name}: ${JSON.stringify(deployment.failure)}\n${await this.logEnd(deploymentId)}`,
    );
    const seconds = (Date.now() - startedAt) / 1_000;
    return { site, deployment, seconds, wasApproved };
  }

  private async logEnd(deploymentId: string): Promise<string> {
    const lines = await this.running.database.acrossTenants<{ text: string }>(
      'select text from sites.deployment_log where deployment_id = $1 order by seq desc limit 30',
      [deploymentId],
    );
    return lines
      .map(({ text }) => text)
      .reverse()
      .join('\n');
  }

  private customerPath(): string {
    return `/api/sites/customers/${this.tenant}`;
  }

  private sitePath({ siteId }: TrialSite): string {
    return `${this.customerPath()}/sites/${siteId}`;
  }
}

/** The example that operators copy, on the double. */
async function configuration(
  { endpoint, cliConfigFile }: Double,
  dnsServers: string[],
): Promise<Record<string, any>> {
  const example = parse(
    await readFile(
      path.join(repository, 'app-config.aws.example.yaml'),
      'utf8',
    ),
  );
  const { sites } = example;
  return {
    ...example,
    sites: {
      ...sites,
      aws: { ...sites.aws, endpoint, dnsServers, keepFinalSnapshot: false },
      terraform: { ...sites.terraform, cliConfigFile },
      health: { interval: { seconds: 5 } },
      deployments: { concurrency: 4 },
    },
  };
}
