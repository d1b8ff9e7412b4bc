/** Why something failed, as a phrase that completes a sentence after a colon or in brackets. */
import type { MessageKey, Translate } from '@/utils/i18n/translate';
import type { ReasonParams } from '@/utils/verdict/reason';

type LookupFailure = ReasonParams['mx-lookup-failed']['failure'];

const LOOKUP: Readonly<Record<LookupFailure, MessageKey>> = {
  timeout: 'failure.timeout',
  network: 'failure.network',
  http: 'failure.http',
  malformed: 'failure.malformed',
  servfail: 'failure.servfail',
  refused: 'failure.refused',
  'rate-limited': 'failure.rate_limited',
  'no-permission': 'failure.no_permission',
};

const FETCH: Readonly<Record<string, MessageKey>> = {
  unreachable: 'failure.unreachable',
  status: 'failure.status',
  'media-type': 'failure.media_type',
  'too-large': 'failure.too_large',
  timeout: 'failure.timeout',
  'no-permission': 'failure.no_permission',
};

const FAULT: Readonly<Record<string, MessageKey>> = {
  'several-records': 'fault.several_records',
  'version-not-first': 'fault.version_not_first',
  'id-missing': 'fault.id_missing',
  'id-malformed': 'fault.id_malformed',
  'empty-field': 'fault.empty_field',
  'field-malformed': 'fault.field_malformed',
  'trailing-blank': 'fault.trailing_blank',
  'rua-missing': 'fault.rua_missing',
  'rua-malformed': 'fault.rua_malformed',
  empty: 'fault.empty',
  'too-large': 'fault.too_large',
  'not-utf8': 'fault.not_utf8',
  'blank-line': 'fault.blank_line',
  'bad-line': 'fault.bad_line',
  'version-missing': 'fault.version_missing',
  'version-unknown': 'fault.version_unknown',
  'mode-missing': 'fault.mode_missing',
  'mode-unknown': 'fault.mode_unknown',
  'max-age-missing': 'fault.max_age_missing',
  'max-age-malformed': 'fault.max_age_malformed',
  'mx-missing': 'fault.mx_missing',
  'mx-malformed': 'fault.mx_malformed',
};

/** Why a DNS look-up failed; `status` is the HTTP status or response code, where there was one. */
export function lookupFailure(t: Translate, failure: LookupFailure, status: number | null): string {
  return t(LOOKUP[failure], [status ?? '']).trim();
}

/** Why a policy file could not be fetched. A code without words is shown as it is. */
export function fetchFailure(t: Translate, failure: string, status: number | null): string {
  const key = FETCH[failure];
  return key === undefined ? failure : t(key, [status ?? '']).trim();
}

/** What is wrong with a record or a policy. A code without words is shown as it is. */
export function faultPhrase(t: Translate, fault: string): string {
  const key = FAULT[fault];
  return key === undefined ? fault : t(key);
}
