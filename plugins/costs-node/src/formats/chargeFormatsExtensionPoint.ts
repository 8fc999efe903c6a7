import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { ChargeFormat } from './ChargeFormat';

/** Where modules of the costs plugin add formats. */
export interface ChargeFormatsExtensionPoint {
  /** Formats of modules are tried before those of the plugin itself. */
  addChargeFormat(format: ChargeFormat): void;
}

/** Lets modules of the costs plugin read further exports. */
export const chargeFormatsExtensionPoint =
  createExtensionPoint<ChargeFormatsExtensionPoint>({
    id: 'costs.chargeFormats',
  });
