import type { ChargeFormat } from '@freehold/plugin-costs-node';
import { AWS_CUR_FORMATS } from './awsCur';
import { AZURE_FORMATS } from './azure';
import { FOCUS_FORMATS } from './focus';
import { OCI_FORMAT } from './oci';

/** The formats that the plugin reads by itself, in the order in which they are tried. */
export const BUILT_IN_FORMATS: readonly ChargeFormat[] = [
  ...FOCUS_FORMATS,
  ...AWS_CUR_FORMATS,
  ...AZURE_FORMATS,
  OCI_FORMAT,
];
