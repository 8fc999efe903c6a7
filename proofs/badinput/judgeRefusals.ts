import type { Answer } from '../http/request.ts';
import type { BadCall } from './BadCall.ts';

/** What is wrong with the answer to a bad call, or nothing. */
export function faultOf(bad: BadCall, answer: Answer): string | undefined {
  if (answer.status >= 500) {
    return `${bad.title} → ${answer.status} ${answer.body.slice(0, 300)}`;
  }
  if (answer.status < 400) {
    return bad.must === 'refuse'
      ? `${bad.title} → ${answer.status}: accepted`
      : undefined;
  }
  if (bad.leadsNowhere && answer.body === '') {
    return undefined;
  }
  const complaint = complaintAboutRefusal(answer);
  return complaint && `${bad.title} → ${complaint}`;
}

/** A refusal has Backstage's shape, says something, and nothing of the inside. */
function complaintAboutRefusal({ status, body }: Answer): string | undefined {
  let refusal: any;
  try {
    refusal = JSON.parse(body);
  } catch {
    return `${status} without a JSON body: ${body.slice(0, 200)}`;
  }
  const { error, response } = refusal ?? {};
  if (!error?.name || !error.message || response?.statusCode !== status) {
    return `${status} in another shape: ${body.slice(0, 200)}`;
  }
  const inside = insides.find(pattern => pattern.test(body));
  return inside && `${status} that shows the inside: ${body.slice(0, 300)}`;
}

const insides = [
  /"stack"/,
  /node_modules/,
  /\bat .+\.[cm]?[jt]s:\d+/,
  /\b(select|insert into|update|delete from) .+ (from|values|set|where)\b/i,
  /\bPOSTGRES|ECONNREFUSED|violates .+ constraint/,
];
