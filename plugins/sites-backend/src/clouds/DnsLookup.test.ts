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
    expect(await lookup.has(record)).toBe(true);
  });

  it('finds nothing before it is set', async () => {
    expect(await lookup.has(record)).toBe(false);
  });

  it('finds a text among others of the name', async () => {
    const text = { name: '_freehold.a.example.', type: 'TXT', value: 'x=1' };
    dns.set({ ...text, value: 'y=2' });
    expect(await lookup.has(text)).toBe(false);
    dns.set(text);
    expect(await lookup.has(text)).toBe(true);
  });

  it('does not take a record that leads elsewhere for it', async () => {
    dns.set({ ...record, value: '_c3.acm-validations.aws.' });
    expect(await lookup.has(record)).toBe(false);
  });
});
