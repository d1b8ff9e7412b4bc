import { readFile } from 'node:fs/promises';
import type { ListSignature } from '@/utils/evidence/evidence-list';
import { checkSignature } from '@/utils/evidence/list-signature';
import { isListSignature } from '@/utils/evidence/read-list';
import type { MessageKey } from '@/utils/i18n/translate';
import { usageFault } from '../terminal/options';
import { verifyEd25519 } from './ed25519';
import type { ListCommand } from './run-evidence';

/** Checks each signature; the status is 1 unless all hold. */
export const verifyFiles: ListCommand = async (lists, options, { out: print, words: { t } }) => {
  let status = 0;
  for (const { file, path, list } of lists) {
    const own = options.detached ? await readSignature(`${path}.sig`) : undefined;
    if (own === null) return usageFault('probe.error.bad_signature_file', `${file}.sig`);
    const finding = await checkSignature(list, {
      verify: verifyEd25519,
      expectedKey: options.publicKey,
      signature: own,
    });
    if (finding.kind !== 'good') status = 1;
    const key = 'publicKey' in finding ? finding.publicKey : '';
    print(`${t(`probe.signature.${finding.kind.replace('-', '_')}` as MessageKey, [file, key])}\n`);
  }
  return status;
};

async function readSignature(path: string): Promise<ListSignature | null> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    return isListSignature(value) ? value : null;
  } catch {
    return null;
  }
}
