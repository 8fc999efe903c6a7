import type { ChargeFormat } from '@freehold/plugin-costs-node';
import { FOCUS_FORMATS } from './focus';

/** The formats that the plugin reads by itself, in the order in which they are tried. */
export const BUILT_IN_FORMATS: readonly ChargeFormat[] = [...FOCUS_FORMATS];
