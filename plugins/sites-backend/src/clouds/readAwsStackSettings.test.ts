import { ConfigReader } from '@backstage/config';
import { readAwsStackSettings } from './readAwsStackSettings';

const read = (aws?: object) =>
  readAwsStackSettings(new ConfigReader({ sites: { aws } }));

describe('what stacks on AWS are given', () => {
  it('keeps the last of a database, and leaves the rest to the stack, when nothing is set', () => {
    expect(read()).toEqual({ keepsFinalSnapshot: true, dnsServers: [] });
  });

  it('is what the operator set', () => {
    const set = {
      endpoint: 'http://double',
      vpcCidr: '10.1.0.0/16',
      zone: { id: 'Z1', domain: 'Sites.Example' },
      keepFinalSnapshot: false,
      dnsServers: ['127.0.0.1:53'],
    };
    expect(read(set)).toEqual({
      endpoint: 'http://double',
      vpcCidr: '10.1.0.0/16',
      zone: { id: 'Z1', domain: 'sites.example' },
      keepsFinalSnapshot: false,
      dnsServers: ['127.0.0.1:53'],
    });
  });

  it.each(['10.1.0.0', '10.1.0.0/8', 'everything'])(
    'takes no network of %s',
    vpcCidr => {
      expect(() => read({ vpcCidr })).toThrow(/sites\.aws\.vpcCidr must be/);
    },
  );
});
