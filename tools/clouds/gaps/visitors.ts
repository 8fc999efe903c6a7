import type { AskMoto, Call, Gap, Reply } from './Gap.ts';

const DISTRIBUTION = /\.cloudfront\.net$/;
const BALANCER = /\.elb\.amazonaws\.com$/;

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
      if (DISTRIBUTION.test(host)) return fromDistribution(call, host, moto);
      if (BALANCER.test(host)) return fromBalancer(host, moto);
      return undefined;
    },
  };
}

async function fromDistribution(call: Call, host: string, moto: AskMoto) {
  const listed = await moto(
    request('GET', '/2020-05-31/distribution', 'cloudfront'),
  );
  const distribution = listed.body
    .toString()
    .split('<DistributionSummary>')
    .find(each => each.includes(`<DomainName>${host}</DomainName>`));
  if (!distribution) return text(404, 'There is no such distribution');
  const bucket = /<DomainName>([^<]+?)\.s3\./.exec(
    distribution.slice(distribution.indexOf('<Origins>')),
  )?.[1];
  const folder = /<OriginPath>([^<]*)/.exec(distribution)?.[1] ?? '';
  const { pathname } = new URL(call.url, 'http://site');
  const file = pathname === '/' ? '/index.html' : pathname;
  const found = await moto(request('GET', `/${bucket}${folder}${file}`, 's3'));
  return found.status === 200 ? found : text(404, 'There is no such file');
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
