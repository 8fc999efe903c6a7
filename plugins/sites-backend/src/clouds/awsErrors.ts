import {
  ConflictError,
  InputError,
  ServiceUnavailableError,
} from '@backstage/errors';

const UNKNOWN_KEY = ['InvalidClientTokenId', 'UnrecognizedClientException'];
const WRONG_SECRET = [
  'SignatureDoesNotMatch',
  'InvalidSignatureException',
  'IncompleteSignature',
];
const EXPIRED = ['ExpiredToken', 'ExpiredTokenException'];
const REFUSED = ['AccessDenied', 'AccessDeniedException'];

/** Whether AWS said no to somebody it knows. */
export function isRefusal(error: unknown): boolean {
  return REFUSED.includes(nameOf(error));
}

/** Whether a role grants no session as long as was asked for. */
export function isTooLong(error: unknown): boolean {
  return (
    nameOf(error) === 'ValidationError' &&
    /DurationSeconds|MaxSessionDuration/.test(String(error))
  );
}

/** What AWS answered, in words that say what to do and quote nothing of it. */
export function toAwsError(error: unknown): Error {
  const name = nameOf(error);
  if (UNKNOWN_KEY.includes(name)) {
    return new InputError(
      'AWS does not know this access key. Check its id, and that the key is active.',
    );
  }
  if (WRONG_SECRET.includes(name)) {
    return new InputError(
      'The secret does not belong to this access key. Copy both again, or make a new key.',
    );
  }
  if (EXPIRED.includes(name)) {
    return new InputError(
      'AWS says that the keys have expired. Enter keys that last.',
    );
  }
  if (REFUSED.includes(name)) {
    return new InputError(
      'AWS does not let the portal be this role. Check that the role exists, and that its trust policy names the account of the portal and the external id shown.',
    );
  }
  if (name === 'ValidationError') {
    return new InputError(
      'AWS does not take this as the ARN of a role. Copy it again.',
    );
  }
  if (name === 'CredentialsProviderError') {
    return new ConflictError(
      'The machine of the portal has no AWS credentials. The hosting team has to give it some, or to enter an access key of the business.',
    );
  }
  return new ServiceUnavailableError(
    'AWS could not be asked. Nothing was changed; try again in a minute.',
  );
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}
