import type { Benchmark } from '../bench/figures.ts';

/** One deployment of the trial that ended well. */
export interface Life {
  site: string;
  stage: 'order' | 'change' | 'destroy';
  seconds: number;
  /** Read back afterwards; none after a destroy. */
  resources?: number;
}

/** What all the deployments of a trial on a double of AWS came to. */
export function awsFigures(lives: Life[]): Benchmark {
  return {
    title: 'Sites on AWS, through the portal',
    method:
      'Sites ordered, changed and destroyed through the portal with Terraform and the AWS provider, on moto in place of AWS. After each deployment every resource of the state is read back with AWS’s own SDK and compared; after a destroy none is found, by its id or by its labels. How long AWS itself takes, moto does not tell: the seconds are the provider’s own waiting.',
    figures: lives.map(({ site, stage, seconds, resources }) => ({
      what: `${site}: ${stage}`,
      measured: `${Math.round(seconds)} s${resources === undefined ? ', nothing left' : `, ${resources} resources as wanted`}`,
    })),
  };
}
