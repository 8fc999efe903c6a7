import {
  CUSTOM_SIZE,
  PLAIN_SPECIFICATION,
  type Specification,
} from '@freehold/plugin-sites-common';

/** The part of something larger, such as a site, that specifies it. */
export function specificationOf({
  runtime,
  customSize,
  domains,
  environment,
  secretReferences,
  addOns,
}: Specification): Specification {
  return {
    runtime,
    ...(customSize && { customSize }),
    domains,
    environment,
    secretReferences,
    addOns,
  };
}

/**
 * What a site is to be: what was asked for, and what it was before where
 * nothing was.
 *
 * @param size - a custom size is kept for as long as this is custom
 */
export function specify(
  asked: Partial<Specification>,
  size: string,
  present: Specification = PLAIN_SPECIFICATION,
): Specification {
  return specificationOf({
    runtime: asked.runtime ?? present.runtime,
    customSize:
      asked.customSize ??
      (size === CUSTOM_SIZE ? present.customSize : undefined),
    domains: asked.domains ?? present.domains,
    environment: asked.environment ?? present.environment,
    secretReferences: asked.secretReferences ?? present.secretReferences,
    addOns: asked.addOns ?? present.addOns,
  });
}
