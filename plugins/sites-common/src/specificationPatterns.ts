/** A container image, with its registry, tag or digest. */
export const IMAGE_PATTERN = '^[a-z0-9][A-Za-z0-9._/:@-]{0,299}$';

/** Where a Git repository is; no user and no password in it. */
export const REPOSITORY_PATTERN = '^https://[^\\s@]+$';

/** A branch, tag or commit. */
export const REFERENCE_PATTERN = '^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$';

/** A host name, such as `www.example.com`. */
export const DOMAIN_PATTERN =
  '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$';

/** The name of a variable of a running site, plain or secret. */
export const VARIABLE_PATTERN = '^[A-Za-z][A-Za-z0-9_]{0,63}$';

/** What a month may cost: a decimal, such as `12.50`. */
export const AMOUNT_PATTERN = '^\\d{1,12}(\\.\\d{1,6})?$';

/** What orders name a version of the prices by. */
export const PRICE_VERSION_PATTERN = '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$';
