import type { SiteDomains } from '../database/SiteDomainsStore';
import type { Deployment, DesiredSite } from '../domain/Deployment';
import { desiredSite } from '../__testUtils__/DeploymentsHarness';
import { ownershipRecord } from '../domain/domainRecords';
import { checkDomains } from './checkDomains';

const proof = (domain: string) => ({
  name: `_a1.${domain}.`,
  type: 'CNAME',
  value: '_b2.acm-validations.aws.',
});
const PORTAL = 'https://portal.example';
const WWW = 'www.acme.example';
const SHOP = 'shop.acme.example';

async function check(options: {
  domains: string[];
  known?: Partial<SiteDomains>;
  /** Names of the records that are in the DNS. */
  inDns?: string[];
  zone?: { id: string; domain: string };
}) {
  const said: string[] = [];
  const desired: DesiredSite = desiredSite('shop', {
    cloud: 'aws',
    domains: options.domains,
  });
  const state = await checkDomains(
    {
      database: {
        transaction: async (_: string, work: any) => work({}),
      } as any,
      domains: {
        get: async () => ({ dnsRecords: [], served: [], ...options.known }),
      },
      dns: {
        has: async ({ name, value }) =>
          (options.inDns ?? []).includes(name) ||
          (options.inDns ?? []).includes(value),
      },
      settings: { publicUrl: PORTAL, aws: { zone: options.zone } } as any,
    },
    {
      address: { tenant: 'acme', siteId: 'site_1', deploymentId: 'dep_1' },
      deployment: { desired } as Deployment,
      log: { say: (text: string) => said.push(text) } as any,
    },
  );
  return { ...state, said: said.join('\n') };
}

describe('the domains of a site', () => {
  it('wait when no record was given out yet, which the log says', async () => {
    const { validated, said } = await check({ domains: [WWW] });
    expect(validated).toEqual([]);
    expect(said).toMatch(/does not answer at them: www\.acme\.example/);
  });

  it('are served once the DNS has their own records', async () => {
    const known = { dnsRecords: [proof(WWW), proof(SHOP)] };
    const one = await check({
      domains: [WWW, SHOP],
      known,
      inDns: [proof(SHOP).name],
    });
    expect(one.validated).toEqual([SHOP]);
    const both = await check({
      domains: [WWW, SHOP],
      known,
      inDns: [proof(SHOP).name, proof(WWW).name],
    });
    expect(both.validated).toEqual([WWW, SHOP]);
    expect(both.said).toBe('');
  });

  it('are not proven by the record of a domain they are below', async () => {
    const { validated } = await check({
      domains: [WWW],
      known: { dnsRecords: [proof('acme.example')] },
      inDns: [proof('acme.example').name],
    });
    expect(validated).toEqual([]);
  });

  it('stay served when their records are gone, while a new one waits', async () => {
    const { validated, said } = await check({
      domains: [WWW, SHOP],
      known: { served: [WWW], dnsRecords: [proof(WWW), proof(SHOP)] },
    });
    expect(validated).toEqual([WWW]);
    expect(said).not.toContain(WWW);
  });

  describe('in an account that customers share', () => {
    const known = {
      credentialOwner: 'business' as const,
      dnsRecords: [proof(WWW)],
    };
    const inDns = [proof(WWW).name];

    it("are not proven by AWS's record alone, which another customer may have set", async () => {
      const { validated } = await check({ domains: [WWW], known, inDns });
      expect(validated).toEqual([]);
    });

    it.each([
      ['acme', [WWW]],
      ['birch', []],
    ])('are proven when the record of %s is there: %j', async (tenant, all) => {
      const { value } = ownershipRecord(WWW, tenant, PORTAL);
      const { validated } = await check({
        domains: [WWW],
        known,
        inDns: [...inDns, value],
      });
      expect(validated).toEqual(all);
    });
  });

  describe('below a zone of the business', () => {
    const zone = { id: 'Z1', domain: 'sites.example' };
    const known = { credentialOwner: 'business' as const };

    it('need no records when they are below the name of the customer', async () => {
      const domains = ['acme.sites.example', 'shop.acme.sites.example'];
      const { zoneId, said } = await check({ domains, zone, known });
      expect(zoneId).toBe('Z1');
      expect(said).toBe('');
    });

    it.each([
      'birch.sites.example',
      'sites.example',
      'login.sites.example',
      'notacme.sites.example',
    ])('get no record in it when they are %s', async domain => {
      const { zoneId, validated } = await check({
        domains: [domain],
        zone,
        known,
      });
      expect(zoneId).toBeUndefined();
      expect(validated).toEqual([]);
    });

    it('get no record in it for a site in an account of its own', async () => {
      const { zoneId } = await check({
        domains: ['acme.sites.example'],
        zone,
        known: { credentialOwner: 'customer' },
      });
      expect(zoneId).toBeUndefined();
    });
  });
});
