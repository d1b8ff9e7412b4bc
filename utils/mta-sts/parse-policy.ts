/**
 * The policy file of MTA-STS (RFC 8461 §3.2): lines of `key: value`.
 *
 * It tells a sender which MX hosts of a domain may receive mail, and whether to refuse the others
 * (`enforce`), only to report them (`testing`), or to forget the policy (`none`). The grammar is kept to
 * the letter: a file that strict senders ignore protects nobody who uses one.
 */
import { isMxPattern } from './mx-pattern';
import type { Policy, PolicyFault, PolicyMode, PolicyParse } from './policy';
import { readPolicyLines } from './policy-lines';
import type { PolicyLine } from './policy-lines';

/** Suggested limit of a policy file: 64 KiB (RFC 8461 §3.3). */
const POLICY_BYTE_LIMIT = 65_536;

/** A year, in seconds (RFC 8461 §3.2). */
const LONGEST_MAX_AGE = 31_557_600;

/** Reads the body of a policy file; a fault names the first thing that is wrong. */
export function parsePolicy(body: Uint8Array): PolicyParse {
  if (body.length > POLICY_BYTE_LIMIT) return { ok: false, fault: { code: 'too-large' } };
  const text = decodeUtf8(body);
  if (text === null) return { ok: false, fault: { code: 'not-utf8' } };
  const lines = readPolicyLines(text);
  if (!lines.ok) return lines;
  const terms = readTerms(lines.lines);
  if ('code' in terms) return { ok: false, fault: terms };
  const policy = completePolicy(terms);
  if ('code' in policy) return { ok: false, fault: policy };
  // The ABNF lets ten digits pass, the text names a maximum: above it counts the maximum (erratum 7282).
  const capped = policy.maxAge > LONGEST_MAX_AGE;
  return {
    ok: true,
    policy: capped ? { ...policy, maxAge: LONGEST_MAX_AGE } : policy,
    warnings: capped ? ['max-age-capped'] : [],
  };
}

/** A byte order mark stays in the text, where the grammar has no place for it. */
function decodeUtf8(body: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return null;
  }
}

/** The fields as they come in; null until seen. */
interface Terms {
  version: 'STSv1' | null;
  mode: PolicyMode | null;
  maxAge: number | null;
  readonly mx: string[];
}

/**
 * Any order; of version, mode and max_age the first counts and later ones are ignored, as are unknown
 * keys (RFC 8461 §3.2 SHALL). Keys are case-sensitive.
 */
function readTerms(lines: readonly PolicyLine[]): Terms | PolicyFault {
  const terms: Terms = { version: null, mode: null, maxAge: null, mx: [] };
  for (const line of lines) {
    const fault = takeTerm(terms, line);
    if (fault !== null) return { code: fault, line: line.number };
  }
  return terms;
}

/** Takes one line into `terms`; the code of what is wrong with it, or null. */
function takeTerm(terms: Terms, { key, value }: PolicyLine): PolicyFault['code'] | null {
  if (key === 'version' && terms.version === null) {
    if (value !== 'STSv1') return 'version-unknown';
    terms.version = value;
  } else if (key === 'mode' && terms.mode === null) {
    if (!isMode(value)) return 'mode-unknown';
    terms.mode = value;
  } else if (key === 'max_age' && terms.maxAge === null) {
    if (!/^[0-9]{1,10}$/.test(value)) return 'max-age-malformed';
    terms.maxAge = Number(value);
  } else if (key === 'mx') {
    if (!isMxPattern(value)) return 'mx-malformed';
    terms.mx.push(value.toLowerCase());
  } else if (value === '') {
    return 'bad-line';
  }
  return null;
}

function isMode(value: string): value is PolicyMode {
  return value === 'enforce' || value === 'testing' || value === 'none';
}

/** version, mode and max_age are required, mx too unless the mode is none (RFC 8461 §3.2). */
function completePolicy({ version, mode, maxAge, mx }: Terms): Policy | PolicyFault {
  if (version === null) return { code: 'version-missing' };
  if (mode === null) return { code: 'mode-missing' };
  if (maxAge === null) return { code: 'max-age-missing' };
  if (mx.length === 0 && mode !== 'none') return { code: 'mx-missing' };
  return { mode, mx, maxAge };
}
