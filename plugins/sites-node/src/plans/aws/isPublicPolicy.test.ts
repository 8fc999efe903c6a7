import { UNKNOWN } from '../PlannedResource';
import { isPublicPolicy } from './isPublicPolicy';

const policy = (...statements: object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });
const read = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };

describe('isPublicPolicy', () => {
  it.each<[string, string]>([
    ['everybody', policy({ ...read, Principal: '*' })],
    ['every account', policy({ ...read, Principal: { AWS: '*' } })],
    [
      'everybody among others',
      policy({ ...read, Principal: { AWS: ['1', '*'] } }),
    ],
    ['all but somebody', policy({ ...read, NotPrincipal: { AWS: '1' } })],
    [
      'everybody in the second statement',
      policy(
        { ...read, Effect: 'Deny', Principal: '*' },
        { ...read, Principal: '*' },
      ),
    ],
    [
      'everybody, in a statement that is no list',
      JSON.stringify({ Statement: { ...read, Principal: '*' } }),
    ],
  ])('is so when it lets in %s', (_, text) => {
    expect(isPublicPolicy(text)).toBe(true);
  });

  it.each<[string, string]>([
    ['says nothing', '{}'],
    ['only denies', policy({ ...read, Effect: 'Deny', Principal: '*' })],
    ['names who may', policy({ ...read, Principal: { AWS: '123456789012' } })],
    [
      'names a service',
      policy({ ...read, Principal: { Service: 'cloudfront.amazonaws.com' } }),
    ],
    [
      'asks for a known network',
      policy({
        ...read,
        Principal: '*',
        Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } },
      }),
    ],
    [
      'asks for known addresses',
      policy({
        ...read,
        Principal: '*',
        Condition: { IpAddress: { 'aws:SourceIp': ['192.0.2.0/24'] } },
      }),
    ],
  ])('is not so when it %s', (_, text) => {
    expect(isPublicPolicy(text)).toBe(false);
  });

  it.each<[string, string]>([
    [
      'a condition that anybody can meet',
      policy({
        ...read,
        Principal: '*',
        Condition: { StringLike: { 'aws:Referer': '*' } },
      }),
    ],
    [
      'a condition with a pattern for a value',
      policy({
        ...read,
        Principal: '*',
        Condition: { ArnLike: { 'aws:SourceArn': '*' } },
      }),
    ],
    [
      'every address there is',
      policy({
        ...read,
        Principal: '*',
        Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } },
      }),
    ],
    ['what is no JSON', '{'],
  ])('cannot be told by %s', (_, text) => {
    expect(isPublicPolicy(text)).toBe(UNKNOWN);
  });
});
