import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { repository } from '../portal/Portal.ts';

/** The document that operators and customers attach to whom they let us be. */
export const POLICY_FILE = 'docs/aws-policy.json';

/**
 * Granted although no call names it: AWS asks for it when something is made
 * with tags, a role is handed on, a service taken into use, or one service
 * works on another in the caller's name.
 */
const WITHOUT_A_CALL = [
  'acm:AddTagsToCertificate',
  'application-autoscaling:TagResource',
  'cloudfront:TagResource',
  'cloudwatch:DeleteAlarms',
  'cloudwatch:DescribeAlarms',
  'cloudwatch:PutMetricAlarm',
  'ec2:DescribeAccountAttributes',
  'ecs:TagResource',
  'elasticloadbalancing:AddTags',
  'iam:CreateServiceLinkedRole',
  'iam:PassRole',
  'iam:TagRole',
  'logs:TagResource',
  'rds:AddTagsToResource',
  's3:PutObjectTagging',
  'secretsmanager:TagResource',
];

/** Called, and granted to everybody; the second is asked of doubles only. */
const FREE = ['sts:GetCallerIdentity', 'iam:GetUser'];

/** How the policy compares with what the portal's runs have called. */
export interface Comparison {
  /** Called, and not allowed. */
  missing: string[];
  /** Allowed, and never needed. */
  needless: string[];
  /** Characters of the policy, as AWS counts them. */
  size: number;
}

/** No policy of one's own may be longer. */
export const LONGEST_POLICY = 6_144;

/**
 * @param endpoint - of a double, which remembers who called what
 * @param key - that the runs signed in with
 */
export async function comparePolicy(
  endpoint: string,
  key: string,
): Promise<Comparison> {
  const answer = await fetch(`${endpoint}/freehold/actions?key=${key}`);
  const called = (await answer.json()) as string[];
  const text = await readFile(path.join(repository, POLICY_FILE), 'utf8');
  const policy = JSON.parse(text) as { Statement: { Action: string[] }[] };
  const allowed = policy.Statement.flatMap(({ Action }) => Action);
  return {
    size: JSON.stringify(policy).length,
    missing: called.filter(
      action => !allowed.includes(action) && !FREE.includes(action),
    ),
    needless: allowed.filter(
      action => !called.includes(action) && !WITHOUT_A_CALL.includes(action),
    ),
  };
}
