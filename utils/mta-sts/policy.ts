/** An MTA-STS policy (RFC 8461 §3.2), parsed. */
export type PolicyMode = 'enforce' | 'testing' | 'none';

export interface Policy {
  readonly mode: PolicyMode;
  /** Patterns as published, lower-cased. Empty only for mode none. */
  readonly mx: readonly string[];
  /** Seconds, capped at 31557600 (RFC 8461 §3.2; erratum 7282). */
  readonly maxAge: number;
}

/** Why a policy text is no policy. `line` counts from 1. */
export interface PolicyFault {
  readonly code:
    | 'empty'
    | 'too-large'
    | 'not-utf8'
    | 'blank-line'
    | 'bad-line'
    | 'version-missing'
    | 'version-unknown'
    | 'mode-missing'
    | 'mode-unknown'
    | 'max-age-missing'
    | 'max-age-malformed'
    | 'mx-missing'
    | 'mx-malformed';
  readonly line?: number;
}

export type PolicyParse =
  | { readonly ok: true; readonly policy: Policy; readonly warnings: readonly 'max-age-capped'[] }
  | { readonly ok: false; readonly fault: PolicyFault };
