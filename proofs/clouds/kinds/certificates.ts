import type { Aws } from '../Aws.ts';
import { type Attributes, type Kind, kind, orNone, toTags } from '../Kind.ts';

/** Certificates of domains, and the proof that they may be used. */
export const certificates: Record<string, Kind<any>> = {
  aws_acm_certificate: kind({
    find: findCertificate,
    facts: ({ DomainName, SubjectAlternativeNames }) => [
      DomainName,
      [...(SubjectAlternativeNames ?? [])].sort(),
    ],
    wanted: ({ domain_name, subject_alternative_names: others }) => [
      domain_name,
      [...new Set([domain_name, ...others])].sort(),
    ],
    tags: async (_, aws, { arn }) => {
      const acm = aws.certificates(regionOf(arn));
      return toTags(
        (await acm.listTagsForCertificate({ CertificateArn: arn })).Tags,
      );
    },
  }),
  aws_acm_certificate_validation: kind({
    find: (aws, { certificate_arn: arn }) => findCertificate(aws, { arn }),
    facts: ({ Status }) => Status,
    wanted: () => 'ISSUED',
  }),
};

async function findCertificate(aws: Aws, { arn }: Attributes) {
  const found = await orNone(
    aws
      .certificates(regionOf(arn))
      .describeCertificate({ CertificateArn: arn }),
  );
  return found?.Certificate;
}

/** Those of CloudFront are in another region than their site. */
function regionOf(arn: string): string {
  return arn.split(':')[3];
}
