import { ConfigReader } from '@backstage/config';
import { randomBytes } from 'node:crypto';
import { EnvelopeCipher, type CipherContext } from './EnvelopeCipher';
import { LocalKeyring } from './LocalKeyring';

const context: CipherContext = {
  tenant: 'acme',
  table: 'terraform_states',
  row: 'site_1/1',
  field: 'ciphertext',
};
const plaintext = Buffer.from('{"serial": 1, "secret": "canary"}');
const key = (id: string) => ({ id, key: randomBytes(32).toString('base64') });
const cipherOf = (...keys: { id: string; key: string }[]) =>
  EnvelopeCipher.create(
    LocalKeyring.fromConfig(
      new ConfigReader({ tenancy: { encryption: { keys } } }),
    ),
  );

describe('EnvelopeCipher', () => {
  it('gives back what it took, and shows nothing of it meanwhile', async () => {
    const cipher = cipherOf(key('one'));
    const envelope = await cipher.encrypt(plaintext, context);
    expect(envelope.includes('canary')).toBe(false);
    expect(await cipher.decrypt(envelope, context)).toEqual(plaintext);
  });

  it('never makes the same bytes twice', async () => {
    const cipher = cipherOf(key('one'));
    expect(await cipher.encrypt(plaintext, context)).not.toEqual(
      await cipher.encrypt(plaintext, context),
    );
  });

  it.each(['tenant', 'table', 'row', 'field'] as const)(
    'opens no value that was moved to another %s',
    async part => {
      const cipher = cipherOf(key('one'));
      const envelope = await cipher.encrypt(plaintext, context);
      await expect(
        cipher.decrypt(envelope, { ...context, [part]: 'elsewhere' }),
      ).rejects.toThrow();
    },
  );

  it('opens no value of which any byte was changed', async () => {
    const cipher = cipherOf(key('one'));
    const envelope = await cipher.encrypt(plaintext, context);
    for (let index = 0; index < envelope.length; index++) {
      const changed = Buffer.from(envelope);
      changed.writeUInt8((changed.readUInt8(index) + 1) % 256, index);
      await expect(cipher.decrypt(changed, context)).rejects.toThrow();
    }
  });

  it('re-wraps under a new key, after which the old one can go', async () => {
    const [old, fresh] = [key('old'), key('fresh')];
    const envelope = await cipherOf(old).encrypt(plaintext, context);
    const both = cipherOf(fresh, old);
    expect(await both.decrypt(envelope, context)).toEqual(plaintext);
    const rewrapped = await both.rewrap(envelope, context);
    expect(await both.rewrap(rewrapped!, context)).toBeUndefined();
    expect(await cipherOf(fresh).decrypt(rewrapped!, context)).toEqual(
      plaintext,
    );
  });

  it('names the key that is missing', async () => {
    const envelope = await cipherOf(key('old')).encrypt(plaintext, context);
    await expect(
      cipherOf(key('fresh')).decrypt(envelope, context),
    ).rejects.toThrow(/key 'old'.*tenancy.encryption.keys/);
  });
});

describe('LocalKeyring', () => {
  it.each([
    [[{ id: 'one', key: 'dG9vIHNob3J0' }], /keys\[0\].key must be 32/],
    [[key('one'), key('one')], /keys\[1\].id repeats 'one'/],
    [[key('with space')], /keys\[0\].id must be/],
    [[], /at least one key/],
  ])('refuses %j by the name of the setting', (keys, message) => {
    expect(() => cipherOf(...keys)).toThrow(message);
  });
});
