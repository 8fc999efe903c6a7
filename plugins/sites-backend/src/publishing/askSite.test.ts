import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { askSite } from './askSite';
import { isPublicAddress } from './publicLookup';

describe('asking a site', () => {
  let server: http.Server;
  const hosts: (string | undefined)[] = [];

  beforeEach(async () => {
    hosts.length = 0;
    server = http.createServer((request, response) => {
      hosts.push(request.headers.host);
      response.writeHead(request.url === '/moved' ? 302 : 200, {
        location: 'http://127.0.0.1:1/',
      });
      response.end();
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });
  afterEach(() => {
    server.close();
  });

  const origin = () =>
    `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  it('asks who answers in its name, and follows no redirect', async () => {
    const site = new URL('https://d1.cloudfront.net/moved');
    expect(await askSite(site, origin())).toBe(302);
    expect(hosts).toEqual(['d1.cloudfront.net']);
  });

  it('never leads into a network of the portal, whatever a name says', async () => {
    const { port } = server.address() as AddressInfo;
    await expect(askSite(new URL(`http://localhost:${port}/`))).rejects.toThrow(
      /network of somebody's own/,
    );
    expect(hosts).toEqual([]);
  });

  it.each([
    '127.0.0.1',
    '10.0.0.1',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    '::ffff:127.0.0.1',
    'fd00::1',
    'fe80::1',
  ])('takes %s for no address of the internet', address => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['93.184.216.34', '172.32.0.1', '2606:2800:220:1::1'])(
    'takes %s for one',
    address => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});
