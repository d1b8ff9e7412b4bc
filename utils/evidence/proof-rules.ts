/**
 * When looks prove something. Over 99 % of mail servers offer STARTTLS, and whoever looks may be limited,
 * greylisted or on a network that strips it: saying "not offered" takes much, saying "offered" takes one look.
 */
export const DAY = 86_400_000;

/** Looks without STARTTLS at each address … */
export const PROOF_LOOKS = 3;
/** … with so long between the first and the last, in milliseconds … */
export const PROOF_SPAN = 3 * DAY;
/** … the last not older than that … */
export const PROOF_FRESHNESS = 7 * DAY;
/** … from so many networks … */
export const PROOF_NETWORKS = 2;
/** … each confirmed by so many control hosts … */
export const PROOF_CONTROLS = 3;
/** … and nobody has seen it offered for so long. */
export const PROOF_SILENCE = 30 * DAY;
/** Addresses of a host that have to be seen; of more the first, in text order. */
export const PROOF_ADDRESSES = 8;

/** How long it counts that TLS was seen. */
export const TLS_WORTH = 90 * DAY;

/** Looks with a wrong certificate before it counts, none right since the first of them. */
export const MISMATCH_LOOKS = 2;

/** By how much a look may lie in the future: clocks differ. */
export const CLOCK_SLACK = 300_000;
