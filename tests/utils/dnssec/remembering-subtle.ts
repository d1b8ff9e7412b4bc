import { toHex } from '../dns/build-message';
import type { Subtle } from '@/utils/dnssec/crypto';

/** WebCrypto that remembers: the same octets are checked once in the whole run. */
const octetsOf = (source: BufferSource): string => toHex(source as Uint8Array);
const imported = new Map<string, Promise<CryptoKey>>();
const verified = new Map<string, Promise<boolean>>();
const keyNames = new Map<CryptoKey, string>();
export const rememberingSubtle: Subtle = {
  digest: crypto.subtle.digest.bind(crypto.subtle),
  importKey: (async (format: 'raw', data: Uint8Array<ArrayBuffer>, how: EcKeyImportParams) => {
    const id = octetsOf(data);
    const key = imported.get(id) ?? crypto.subtle.importKey(format, data, how, false, ['verify']);
    imported.set(id, key);
    keyNames.set(await key, id);
    return key;
  }) as unknown as Subtle['importKey'],
  verify: (how, key, signature, data) => {
    const id = [keyNames.get(key), octetsOf(signature), octetsOf(data)].join();
    const before = verified.get(id) ?? crypto.subtle.verify(how, key, signature, data);
    verified.set(id, before);
    return before;
  },
};
