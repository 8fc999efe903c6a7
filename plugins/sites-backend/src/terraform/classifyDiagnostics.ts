import type { Diagnostic } from './readTerraformLine';

/** Why a command failed although nothing is wrong with what was asked. */
export type PassingCause =
  'throttled' | 'network' | 'state-locked' | 'provider-trouble';

interface Pattern {
  cause: PassingCause | 'lasting';
  pattern: RegExp;
  /** Where such a message is from. */
  source: string;
}

/**
 * What errors mean, by their text; the first that fits counts. What would not
 * pass stands first: a message that names both is not worth another attempt.
 */
export const patterns: readonly Pattern[] = [
  {
    cause: 'lasting',
    pattern:
      /\b(?:AccessDenied|AccessDeniedException|UnauthorizedOperation|AuthFailure|InvalidClientTokenId|UnrecognizedClientException|SignatureDoesNotMatch|ExpiredToken|ExpiredTokenException|OptInRequired|NotAuthorized)\b/,
    source: 'Common error codes of the AWS APIs; EC2 API, error codes',
  },
  {
    cause: 'lasting',
    pattern: /No valid credential sources found|endpoint requires auth/,
    source:
      "Terraform's AWS provider; its http backend, internal/backend/remote-state/http/client.go",
  },
  {
    cause: 'lasting',
    // RequestLimitExceeded is throttling, so LimitExceeded must begin a word.
    pattern:
      /\b(?:LimitExceeded|LimitExceededException|QuotaExceeded|ServiceQuotaExceededException|[A-Z][A-Za-z]+QuotaExceeded(?:Fault)?|(?:Vpc|Instance|Address|Subnet|NatGateway|SecurityGroup)LimitExceeded|TooManyBuckets)\b/,
    source: 'EC2 API, error codes; Service Quotas; RDS API, errors',
  },
  {
    cause: 'throttled',
    pattern:
      /\b(?:Throttling|ThrottlingException|ThrottledException|RequestThrottled(?:Exception)?|RequestLimitExceeded|TooManyRequestsException|BandwidthLimitExceeded|PriorRequestNotComplete|SlowDown|EC2ThrottledException|TransactionInProgressException|ProvisionedThroughputExceededException)\b/,
    source: 'aws-sdk-go-v2, aws/retry/standard.go, DefaultThrottleErrorCodes',
  },
  {
    cause: 'throttled',
    pattern: /\b(?:StatusCode: 429|429 Too Many Requests)\b/,
    source: 'aws-sdk-go-v2, ResponseError; RFC 6585',
  },
  {
    cause: 'state-locked',
    pattern:
      /HTTP remote state already locked|ConditionalCheckFailedException|state blob is already locked/,
    source:
      'Terraform, internal/backend/remote-state/http/client.go, s3/client.go and azure/client.go',
  },
  {
    cause: 'state-locked',
    pattern: /Error acquiring the state lock[\s\S]*StatusCode: 412\b/,
    source:
      'Terraform, internal/backend/remote-state/s3/client.go, use_lockfile',
  },
  {
    cause: 'provider-trouble',
    pattern:
      /\b(?:StatusCode: 50[0234]|50[234] (?:Bad Gateway|Service Unavailable|Gateway Timeout)|InternalFailure|InternalError|InternalServerError|InternalServiceException|ServiceUnavailable|ServiceUnavailableException|InsufficientInstanceCapacity)\b/,
    source:
      'aws-sdk-go-v2, aws/retry/standard.go, DefaultRetryableHTTPStatusCodes; common error codes of the AWS APIs',
  },
  {
    cause: 'network',
    pattern:
      /connection refused|connection reset by peer|broken pipe|i\/o timeout|TLS handshake timeout|no such host|network is unreachable|unexpected EOF|http2: server sent GOAWAY|net\/http: request canceled|Client\.Timeout exceeded|server misbehaving/,
    source: 'The standard library of Go: net, net/http, syscall',
  },
  {
    cause: 'network',
    pattern: /\b(?:RequestTimeout|RequestTimeoutException)\b/,
    source: 'aws-sdk-go-v2, aws/retry/standard.go, DefaultRetryableErrorCodes',
  },
  {
    cause: 'network',
    // A body that is not shown leaves only this; the sender had a 5xx.
    pattern: /giving up after \d+ attempt\(s\)/,
    source: 'go-retryablehttp, client.go, for the http backend',
  },
];

/**
 * Why a failed command may succeed when it is tried again: only when every
 * error it reported may pass by itself.
 *
 * @returns undefined when another attempt would be in vain, or nothing is known
 */
export function classifyDiagnostics(
  diagnostics: readonly Diagnostic[],
): PassingCause | undefined {
  const causes = diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(causeOf);
  const first = causes[0];
  return first && causes.every(cause => cause !== undefined)
    ? first
    : undefined;
}

function causeOf({ summary, detail }: Diagnostic): PassingCause | undefined {
  const text = `${summary}\n${detail}`;
  const cause = patterns.find(({ pattern }) => pattern.test(text))?.cause;
  return cause === 'lasting' ? undefined : cause;
}
