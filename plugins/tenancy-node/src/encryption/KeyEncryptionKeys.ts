/** A data key, wrapped by the key-encryption key of that id. */
export interface WrappedKey {
  keyId: string;
  wrapped: Buffer;
}

/**
 * Keeper of the keys that wrap data keys: a keyring in the configuration, or a
 * key management service. Adapters never hand out their own keys.
 */
export interface KeyEncryptionKeys {
  /** @param context - authenticated along, and needed again to unwrap */
  wrap(dataKey: Buffer, context: Buffer): Promise<WrappedKey>;
  /** @throws when the key is unknown, or anything was changed */
  unwrap(key: WrappedKey, context: Buffer): Promise<Buffer>;
  /** Id of the key that wraps what is new. */
  readonly presentKeyId: string;
}
