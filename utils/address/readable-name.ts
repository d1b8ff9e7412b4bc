/** A domain name for people to read. */
import { asciiHost } from './ascii-host';
import { decodePunycode } from './punycode';

/**
 * A-labels turned into U-labels (RFC 5890 §2.3.2.1), as far as each stands for exactly what it shows: a
 * label whose characters do not lead back to it stays as it is.
 */
export function readableName(domain: string): string {
  return domain.split('.').map(readableLabel).join('.');
}

function readableLabel(label: string): string {
  if (!label.startsWith('xn--')) return label;
  const text = decodePunycode(label.slice('xn--'.length));
  return text !== null && !text.includes('.') && asciiHost(text) === label ? text : label;
}
