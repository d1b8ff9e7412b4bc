/** Whom a verdict is for, in the form the rules ask it. */
import type { Answer, SenderContext } from '@/utils/senders/sender';

export interface SenderProfile {
  /** Id of the sender table, "unknown", or null for "a sender that checks". */
  readonly id: string | null;
  /** For people; empty unless the sender is known. */
  readonly name: string;
  /** Mail domains of the writer's own side, lower case. */
  readonly domains: readonly string[];
  readonly startTls: Answer;
  readonly checksMtaSts: Answer;
  readonly checksDane: Answer;
  readonly requiresTls: Answer;
  readonly lazyPolicies: Answer;
}

const CHECKING: SenderProfile = {
  id: null,
  name: '',
  domains: [],
  startTls: 'yes',
  checksMtaSts: 'yes',
  checksDane: 'yes',
  requiresTls: 'no',
  lazyPolicies: 'no',
};

const UNKNOWN: SenderProfile = {
  id: 'unknown',
  name: '',
  domains: [],
  startTls: 'unknown',
  checksMtaSts: 'unknown',
  checksDane: 'unknown',
  requiresTls: 'unknown',
  lazyPolicies: 'unknown',
};

/** The answers of the sender table; for "a sender that checks" those of an ideal one. */
export function senderProfile(context: SenderContext): SenderProfile {
  switch (context.kind) {
    case 'checking':
      return CHECKING;
    case 'unknown':
      return { ...UNKNOWN, domains: ownDomains(context) };
    case 'known': {
      const { sender } = context;
      return {
        id: sender.id,
        name: sender.name,
        domains: [...sender.domains, ...ownDomains(context)],
        startTls: sender.startTls.value,
        checksMtaSts: sender.checksMtaSts.value,
        checksDane: sender.checksDane.value,
        requiresTls: sender.requiresTls.value,
        lazyPolicies: sender.lazyPolicies.value,
      };
    }
  }
}

/** Mail to the writer's own domain need not leave it, whoever the provider is. */
function ownDomains({ ownDomain }: Exclude<SenderContext, { readonly kind: 'checking' }>): string[] {
  return ownDomain === undefined ? [] : [ownDomain];
}
