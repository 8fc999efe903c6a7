import type { AskMoto, Call, Gap, Reply } from './Gap.ts';

const BALANCER = /\.elb\.amazonaws\.com$/;
/** Names and addresses under which AWS itself is asked. */
const AWS_ITSELF = /(^|\.)amazonaws\.com$|^localhost$|^[\d.]+$/;

/**
 * What visitors of a site see, by its name in the Host header; moto knows
 * distributions and load balancers, but serves nothing at them. A distribution
 * gives out the objects of its bucket; a load balancer answers as long as it
 * has a listener, since no container runs behind it.
 */
export function visitors(): Gap {
  return {
    async answer(call, moto) {
      const host = (call.headers.host ?? '').split(':')[0]!;
      if (BALANCER.test(host)) return fromBalancer(host, moto);
      if (AWS_ITSELF.test(host)) return undefined;
      return fromDistribution(call, host, moto);
    },
  };
}

async function fromDistribution(call: Call, host: string, moto: AskMoto) {
  const distribution = await findDistribution(host, moto);
  if (!distribution) return text(404, 'There is no such distribution');
  const bucket = /<Origin>.*?<DomainName>([^<]+?)\.s3\./s.exec(
    distribution,
  )?.[1];
  const folder = /<OriginPath>([^<]*)/.exec(distribution)?.[1] ?? '';
  const { pathname } = new URL(call.url, 'http://site');
  const file = pathname === '/' ? '/index.html' : pathname;
  const found = await moto(request('GET', `/${bucket}${folder}${file}`, 's3'));
  return found.status === 200 ? found : text(404, 'There is no such file');
}

/** By its own name, or by one that a customer gave it. */
async function findDistribution(host: string, moto: AskMoto) {
  const path = '/2020-05-31/distribution';
  const ask = (url: string) =>
    moto(request('GET', url, 'cloudfront')).then(({ body }) => body.toString());
  for (const [, id] of (await ask(path)).matchAll(/<Id>([^<]+)/g)) {
    const distribution = await ask(`${path}/${id}`);
    const names = [
      /<DomainName>([^<]+)/.exec(distribution)?.[1],
      ...[...distribution.matchAll(/<CNAME>([^<]+)/g)].map(([, name]) => name),
    ];
    if (names.includes(host)) return distribution;
  }
  return undefined;
}

async function fromBalancer(host: string, moto: AskMoto): Promise<Reply> {
  const ask = (query: string) =>
    moto(
      request('GET', `/?Version=2015-12-01&${query}`, 'elasticloadbalancing'),
    ).then(({ body }) => body.toString());
  const balancer = (await ask('Action=DescribeLoadBalancers'))
    .split('<LoadBalancerArn>')
    .find(each => each.includes(`<DNSName>${host}</DNSName>`));
  const arn = balancer?.slice(0, balancer.indexOf('<'));
  const listeners =
    arn &&
    (await ask(
      `Action=DescribeListeners&LoadBalancerArn=${encodeURIComponent(arn)}`,
    ));
  return listeners?.includes('<ListenerArn>')
    ? text(200, 'A container answers')
    : text(503, 'Nobody listens');
}

/** Moto reads from the signature whom a request is for, and checks no more. */
function request(method: string, url: string, service: string): Call {
  return {
    method,
    url,
    headers: {
      host: `${service}.amazonaws.com`,
      authorization: `AWS4-HMAC-SHA256 Credential=visitor/20260101/eu-central-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body: Buffer.alloc(0),
  };
}

function text(status: number, words: string): Reply {
  return {
    status,
    headers: { 'content-type': 'text/plain' },
    body: Buffer.from(words),
  };
}
