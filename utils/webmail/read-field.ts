/** Reading one recipient field: chips, typed text, and the page's own list where it has one. */
import { splitRecipients } from '@/utils/address/recipient-list';
import type { RecipientField, Webmail } from './contract';
import { extractAddress, valueOf } from './extract';
import { select, standsIn } from './select';
import type { TypedReading } from './typed-text';

export interface FieldReading {
  /** Chips and typed text, as they stand in the page: "a@b.example" or "Name <a@b.example>". */
  readonly shown: readonly string[];
  /** The page's own list, without what stands in an input; nothing while somebody types. */
  readonly listed: readonly string[];
  readonly typing: boolean;
}

/** Everything in `field` of the compose window at `root`. */
export function readField(
  root: Element,
  webmail: Webmail,
  field: RecipientField,
  readTyped: (input: Element) => TypedReading,
): FieldReading {
  const rows = select(root, webmail.fields[field]).filter((row) => !standsIn(row, webmail.exclude));
  const chips = rows.flatMap((row) => select(row, webmail.chip));
  const inputs = rows.flatMap((row) => select(row, webmail.typed));
  const typed = inputs.map(readTyped);
  const idle = inputs.every((input) => valueOf(input).trim() === '');
  const list = idle && webmail.list ? root.querySelector(webmail.list[field]) : null;
  return {
    shown: [
      ...chips.map((chip) => extractAddress(chip, webmail.address)),
      ...typed.flatMap(({ texts }) => texts),
    ],
    listed: splitRecipients(valueOf(list)),
    typing: typed.some(({ typing }) => typing),
  };
}
