/**
 * Domain names as DNS sees them: a sequence of labels of up to 63 octets, compared without regard to
 * ASCII case (RFC 1035 §2.3.1, §3.1; RFC 4343).
 *
 * A `Name` is the presentation form of RFC 1035 §5.1 without the final dot; the root is `.`. A dot or
 * backslash inside a label is written `\.` or `\\`, any other octet outside 0x21–0x7E as `\DDD`, so that
 * no two different names ever share a text. Case is kept as received.
 */
export type Name = string & { readonly __name: unique symbol };
