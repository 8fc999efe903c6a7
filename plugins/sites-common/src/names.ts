/**
 * A site's name: unique per customer, a catalog entity name and a DNS label.
 * 2 to 40 characters, lower-case letters, digits and inner hyphens, starting
 * with a letter.
 */
export const SITE_NAME_PATTERN = '^[a-z](?:[a-z0-9]|-(?=[a-z0-9])){1,39}$';
