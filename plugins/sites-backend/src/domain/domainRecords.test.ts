import { findProof, servedDomains } from './domainRecords';

describe('records of domains', () => {
  it('are proofs by the name below which they stand, and nothing else', () => {
    const leads = { name: 'www.a.example', type: 'CNAME', value: 'd1.net' };
    const proof = { name: '_x.WWW.a.example.', type: 'CNAME', value: '_y.' };
    expect(findProof('www.a.example', [leads, proof])).toBe(proof);
    expect(findProof('a.example', [leads, proof])).toBeUndefined();
    expect(findProof('www.a.example', [leads])).toBeUndefined();
  });
});

describe('domains that a site answers at', () => {
  it('are those among its endpoints, with TLS', () => {
    const domains = ['a.example', 'b.example'];
    expect(servedDomains(domains, ['https://b.example/'])).toEqual([
      'b.example',
    ]);
    expect(servedDomains(domains, ['http://a.example/'])).toEqual([]);
  });
});
