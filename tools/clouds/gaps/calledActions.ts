import { jsonReply, type Call, type Gap } from './Gap.ts';

/** Where is told which actions the holder of a key has called. */
export const ACTIONS_PATH = '/freehold/actions';

const SCOPE = /Credential=([^/]+)\/\d+\/[^/]+\/([a-z0-9-]+)\/aws4_request/;
const OTHER_NAMES: Record<string, string> = {
  monitoring: 'cloudwatch',
};

/**
 * Remembers who called what, in the words of policies, so that a policy can be
 * compared with what was needed.
 */
export function calledActions(): Gap {
  const called = new Map<string, Set<string>>();
  return {
    async answer(call) {
      const { pathname, searchParams } = new URL(call.url, 'http://aws');
      if (pathname === ACTIONS_PATH) {
        const key = searchParams.get('key') ?? '';
        return jsonReply([...(called.get(key) ?? [])].sort());
      }
      const scope = SCOPE.exec(String(call.headers.authorization ?? ''));
      if (!scope) return undefined;
      const [, key = '', service = ''] = scope;
      const actions = called.get(key) ?? new Set();
      called.set(key, actions.add(actionOf(call, service)));
      return undefined;
    },
  };
}

function actionOf(call: Call, service: string): string {
  if (service === 's3') return `s3:${s3Action(call)}`;
  if (service === 'cloudfront') return `cloudfront:${cloudFrontAction(call)}`;
  const target = String(call.headers['x-amz-target'] ?? '').split('.')[1];
  const operation =
    target ?? new URLSearchParams(call.body.toString()).get('Action');
  return `${OTHER_NAMES[service] ?? service}:${operation ?? `${call.method} ${call.url}`}`;
}

/** What a bucket's own settings are called; the query names them. */
const BUCKET_SETTINGS: Record<string, string> = {
  accelerate: 'AccelerateConfiguration',
  acl: 'BucketAcl',
  cors: 'BucketCORS',
  encryption: 'EncryptionConfiguration',
  lifecycle: 'LifecycleConfiguration',
  location: 'BucketLocation',
  logging: 'BucketLogging',
  'object-lock': 'BucketObjectLockConfiguration',
  ownershipControls: 'BucketOwnershipControls',
  policy: 'BucketPolicy',
  publicAccessBlock: 'BucketPublicAccessBlock',
  replication: 'ReplicationConfiguration',
  requestPayment: 'BucketRequestPayment',
  tagging: 'BucketTagging',
  versioning: 'BucketVersioning',
  website: 'BucketWebsite',
};
/** Taking these away is a way of setting them. */
const ONLY_PUT = [
  'encryption',
  'lifecycle',
  'ownershipControls',
  'publicAccessBlock',
  'tagging',
];

function s3Action({ method, url }: Call): string {
  const { pathname, searchParams } = new URL(url, 'http://s3');
  const [, , ...key] = pathname.split('/');
  const isObject = key.join('/') !== '';
  if (isObject && searchParams.has('tagging')) {
    return method === 'GET' ? 'GetObjectTagging' : 'PutObjectTagging';
  }
  if (isObject) {
    const verbs: Record<string, string> = { PUT: 'Put', DELETE: 'Delete' };
    const isVersion = searchParams.has('versionId') && method === 'DELETE';
    return `${verbs[method] ?? 'Get'}Object${isVersion ? 'Version' : ''}`;
  }
  if (searchParams.has('versions')) return 'ListBucketVersions';
  if (searchParams.has('delete')) return 'DeleteObjectVersion';
  const setting = [...searchParams.keys()].find(name => BUCKET_SETTINGS[name]);
  if (setting) {
    return `${settingVerb(method, setting)}${BUCKET_SETTINGS[setting]}`;
  }
  if (method === 'PUT') return 'CreateBucket';
  return method === 'DELETE' ? 'DeleteBucket' : 'ListBucket';
}

function settingVerb(method: string, setting: string): string {
  if (method === 'GET') return 'Get';
  const isTakenAway = method === 'DELETE' && !ONLY_PUT.includes(setting);
  return isTakenAway ? 'Delete' : 'Put';
}

function cloudFrontAction({ method, url }: Call): string {
  const { pathname, searchParams } = new URL(url, 'http://cloudfront');
  const [, , kind, id] = pathname.split('/');
  if (kind === 'tagging') {
    return method === 'GET'
      ? 'ListTagsForResource'
      : `${searchParams.get('Operation')}Resource`;
  }
  const noun =
    kind === 'origin-access-control' ? 'OriginAccessControl' : 'Distribution';
  if (method === 'POST') return `Create${noun}`;
  const verbs: Record<string, string> = { PUT: 'Update', DELETE: 'Delete' };
  return id ? `${verbs[method] ?? 'Get'}${noun}` : `List${noun}s`;
}
