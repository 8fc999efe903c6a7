export * from './ChargeFormat';
export * from './chargeFormatsExtensionPoint';
export * from './Expression';
