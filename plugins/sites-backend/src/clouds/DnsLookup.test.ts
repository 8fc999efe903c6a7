import { DnsDouble } from '../__testUtils__/DnsDouble';
import { DnsLookup } from './DnsLookup';

const record = {
  name: '_a1.www.Acme.example.',
  type: 'CNAME',
  value: '_b2.acm-validations.aws.',
};

describe('looking for a record in the DNS', () => {
  let dns: DnsDouble;
  let lookup: DnsLookup;

  beforeEach(async () => {
    dns = await DnsDouble.start();
    lookup = new DnsLookup([dns.address]);
  });
  afterEach(() => dns.stop());

  it('finds what was set, however names are written', async () => {
    dns.set({ ...record, value: '_B2.acm-validations.aws' });
    expect(await lookup.hasAlias(record)).toBe(true);
  });

  it('finds nothing before it is set', async () => {
    expect(await lookup.hasAlias(record)).toBe(false);
  });

  it('does not take a record that leads elsewhere for it', async () => {
    dns.set({ ...record, value: '_c3.acm-validations.aws.' });
    expect(await lookup.hasAlias(record)).toBe(false);
  });
});
