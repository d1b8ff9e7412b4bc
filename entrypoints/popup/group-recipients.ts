import type { ComposeView } from '@/utils/messaging/protocol';

/** All recipients of one domain in the compose windows of a tab. */
export interface RecipientGroup {
  /** A-labels, or an address literal in brackets; null for the addresses that cannot be read. */
  readonly domain: string | null;
  /** Id of the first compose window that has it. */
  readonly compose: string;
  /** Domain of the writer's own address there; null where it is not known. */
  readonly from: string | null;
  /** As shown in the page, each once. */
  readonly addresses: readonly string[];
}

/** Recipients by domain, in the order in which the domains first appear. */
export function groupRecipients(composes: readonly ComposeView[]): RecipientGroup[] {
  const groups = new Map<string | null, { compose: string; from: string | null; addresses: Set<string> }>();
  for (const { id, from, recipients } of composes) {
    for (const { domain, text } of recipients) {
      const group = groups.get(domain) ?? { compose: id, from, addresses: new Set() };
      groups.set(domain, group);
      group.addresses.add(text);
    }
  }
  return [...groups].map(([domain, { compose, from, addresses }]) => ({
    domain,
    compose,
    from,
    addresses: [...addresses],
  }));
}
