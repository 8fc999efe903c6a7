import { classifyDiagnostics, patterns } from './classifyDiagnostics';
import { readTerraformLine, type Diagnostic } from './readTerraformLine';

const error = (summary: string, detail = ''): Diagnostic => ({
  severity: 'error',
  summary,
  detail,
});

/** As Terraform 1.11.4 said it of its http backend, which was made to fail. */
const LOCKED = error(
  'Error acquiring the state lock',
  'Error message: HTTP remote state already locked: ID=dep_1\nLock Info:\n  ID:        4e4fb321-1fed-6791-2398-0fbc65841634',
);
const BACKEND_BROKEN = error(
  'Error acquiring the state lock',
  'Error message: Failed to lock: POST http://127.0.0.1:39123/l giving up after 1 attempt(s)\n\nTerraform acquires a state lock to protect the state from being written\nby multiple users at the same time.',
);
const BACKEND_AWAY = error(
  'Error refreshing state: Failed to get state: GET http://127.0.0.1:39123/s giving up after 1 attempt(s): Get "http://127.0.0.1:39123/s": dial tcp 127.0.0.1:39123: connect: connection refused',
);
const TOKEN_REFUSED = error(
  'Error acquiring the state lock',
  'Error message: HTTP remote state endpoint requires auth\n\nTerraform acquires a state lock to protect the state from being written\nby multiple users at the same time.',
);
/** terraform-provider-aws#5171 */
const THROTTLED = error(
  'aws_route53_record.primary.0: Throttling: Rate exceeded\n\tstatus code: 400, request id: 322cd13f-85db-11e8-bcd1-65141cf76cbe',
);
/** terraform-provider-aws#30959 */
const NAME_UNKNOWN = error(
  'configuring Terraform AWS Provider: validating provider credentials: retrieving caller identity from STS: operation error STS: GetCallerIdentity, https response error StatusCode: 0, RequestID: , request send failed, Post "https://sts.us-east-1.amazonaws.com/": dial tcp: lookup sts.us-east-1.amazonaws.com on [2405:da40:4309:dc00::1]:53: no such host',
);
/** terraform-aws-modules/terraform-aws-vpc#429 */
const NO_MORE_NETWORKS = error(
  'Error creating VPC: VpcLimitExceeded: The maximum number of VPCs has been reached.\n\tstatus code: 400, request id: 9559ac7e-6c55-46ff-89ca-becbe10b30dd',
);
/** terraform#25309 */
const ACCESS_DENIED = error(
  'AccessDenied: Access Denied\n        status code: 403, request id: 37F...A, host id: Qo...Q=',
);
const INVALID = error(
  'Argument definition required',
  'A single-line block definition can contain only a single argument.',
);

describe('an error of Terraform', () => {
  it.each([
    ['too many requests', THROTTLED, 'throttled'],
    [
      'EC2 asked for slowness',
      error('RequestLimitExceeded: Request limit exceeded'),
      'throttled',
    ],
    ['a lock that is held', LOCKED, 'state-locked'],
    ['a backend that broke', BACKEND_BROKEN, 'network'],
    ['a backend that is away', BACKEND_AWAY, 'network'],
    ['a name that is not found', NAME_UNKNOWN, 'network'],
    [
      'a provider that is overloaded',
      error(
        'creating ECS Service: operation error ECS: CreateService, https response error StatusCode: 503, RequestID: 1, ServiceUnavailable',
      ),
      'provider-trouble',
    ],
  ])('may pass when it is about %s', (_what, found, cause) => {
    expect(classifyDiagnostics([found])).toBe(cause);
  });

  it.each([
    ['a configuration that is invalid', INVALID],
    ['access that is denied', ACCESS_DENIED],
    ['credentials that are refused', TOKEN_REFUSED],
    ['a quota', NO_MORE_NETWORKS],
    [
      'something unknown',
      error('local-exec provisioner error', 'exit status 3'),
    ],
  ])('stays when it is about %s', (_what, found) => {
    expect(classifyDiagnostics([found])).toBeUndefined();
  });

  it('that stays makes another attempt vain, whatever else went wrong', () => {
    expect(classifyDiagnostics([THROTTLED, NO_MORE_NETWORKS])).toBeUndefined();
    expect(classifyDiagnostics([THROTTLED, NAME_UNKNOWN])).toBe('throttled');
  });

  it('is what counts, no warning and not nothing', () => {
    expect(classifyDiagnostics([])).toBeUndefined();
    expect(
      classifyDiagnostics([{ ...THROTTLED, severity: 'warning' }]),
    ).toBeUndefined();
  });

  it('is known by where such a message is from', () => {
    expect(patterns.filter(({ source }) => !source)).toEqual([]);
  });
});

describe('a line of Terraform', () => {
  it('that reports an error is shown with its place and detail', () => {
    const { texts, diagnostic } = readTerraformLine(
      JSON.stringify({
        '@message': 'Error: local-exec provisioner error',
        type: 'diagnostic',
        diagnostic: {
          severity: 'error',
          summary: 'local-exec provisioner error',
          detail: 'exit status 3. Output: hi\nbad\n',
          address: 'terraform_data.x',
          range: { filename: 'main.tf', start: { line: 2 } },
        },
      }),
    );
    expect(texts).toEqual([
      'Error: local-exec provisioner error',
      '  with terraform_data.x, on main.tf line 2',
      '  exit status 3. Output: hi',
      '  bad',
    ]);
    expect(diagnostic?.severity).toBe('error');
  });

  it('that tells of progress is shown as its message', () => {
    expect(
      readTerraformLine(
        '{"@message":"terraform_data.x: Creating...","type":"apply_start"}',
      ).texts,
    ).toEqual(['terraform_data.x: Creating...']);
  });

  it.each(['plain words', '{"not": "a message"}', '{broken'])(
    'that is none, as %s, is shown as it is',
    line => {
      expect(readTerraformLine(line)).toEqual({ texts: [line] });
    },
  );
});
