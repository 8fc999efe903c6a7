export { createEnvelopeCipher } from './createEnvelopeCipher';
export { type CipherContext, EnvelopeCipher } from './EnvelopeCipher';
export type { KeyEncryptionKeys, WrappedKey } from './KeyEncryptionKeys';
export { LocalKeyring } from './LocalKeyring';
