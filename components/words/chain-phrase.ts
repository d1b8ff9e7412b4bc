/** Why a step of a chain of signatures has its result, as a phrase. */
import type { MessageKey, Translate } from '@/utils/i18n/translate';
import type { ReasonParams } from '@/utils/verdict/reason';

type ChainReason = ReasonParams['mx-bogus']['because'];

const BECAUSE = {
  anchored: 'chain.anchored',
  delegated: 'chain.delegated',
  signed: 'chain.signed',
  denied: 'chain.denied',
  'unsigned-delegation': 'chain.unsigned_delegation',
  'opt-out': 'chain.opt_out',
  'unsupported-algorithm': 'chain.unsupported_algorithm',
  'too-many-iterations': 'chain.too_many_iterations',
  'no-matching-key': 'chain.no_matching_key',
  'missing-signature': 'chain.missing_signature',
  'bad-signature': 'chain.bad_signature',
  expired: 'chain.expired',
  'not-yet-valid': 'chain.not_yet_valid',
  'no-proof': 'chain.no_proof',
  'bad-alias': 'chain.bad_alias',
  'too-much-work': 'chain.too_much_work',
  'signatures-stripped': 'chain.signatures_stripped',
  'no-answer': 'chain.no_answer',
} as const satisfies Record<ChainReason, MessageKey>;

/** What is said of the keys or the signature. */
export function chainPhrase(t: Translate, because: ChainReason): string {
  return t(BECAUSE[because]);
}

/** Name of a zone for people; "." is the root. */
export function zoneName(t: Translate, zone: string): string {
  return zone === '.' || zone === '' ? t('chain.root') : zone;
}
