/** Finds rows of the sender table, and whose mail server will send what is being written. */
import type { Sender, SenderContext } from './sender';
import { PROVIDERS, SENDERS } from './sender-table';

/** The sender with this id; null if there is none. */
export function senderById(id: string): Sender | null {
  return SENDERS.find((sender) => sender.id === id) ?? null;
}

/** Where and as whom a message is written. */
export interface Writing {
  /** Id of the webmail. */
  readonly webmail: string;
  /** Domain of the writer's own address, the From field: A-labels, lower case; null where it is not known. */
  readonly from: string | null;
  /** Id of the sender the user named as the own provider; null: none. */
  readonly chosen: string | null;
}

/**
 * Whose mail server sends it. A provider's webmail (it has the provider's id) sends for the provider's own
 * domains; in a self-hosted one (Roundcube and its like) the writer's own domain tells. What neither tells,
 * such as a domain of one's own, the user's choice does. Where they contradict each other: unknown.
 */
export function senderFor({ webmail, from, chosen }: Writing): SenderContext {
  const own = PROVIDERS.find(({ id }) => id === webmail) ?? null;
  const owner = from === null ? null : (PROVIDERS.find(({ domains }) => domains.includes(from)) ?? null);
  const named = chosen === null ? null : senderById(chosen);
  const sender = from === null && own !== null ? own : agreed(own, owner, named);
  const ownDomain = from === null ? {} : { ownDomain: from };
  return sender === null ? { kind: 'unknown', ...ownDomain } : { kind: 'known', sender, ...ownDomain };
}

function agreed(own: Sender | null, owner: Sender | null, named: Sender | null): Sender | null {
  if (owner === null) return named;
  // With the address of another provider it cannot be seen who delivers it.
  const other = own ?? named;
  return other === null || other === owner ? owner : null;
}
