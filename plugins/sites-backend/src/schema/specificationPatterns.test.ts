import {
  AMOUNT_PATTERN,
  DOMAIN_PATTERN,
  IMAGE_PATTERN,
  PRICE_VERSION_PATTERN,
  REFERENCE_PATTERN,
  REPOSITORY_PATTERN,
  SITE_NAME_PATTERN,
  VARIABLE_PATTERN,
} from '@freehold/plugin-sites-common';
import { spec } from './openapi.generated';

describe('the patterns that forms check by', () => {
  const { schemas } = spec.components;
  const git = schemas.Runtime.oneOf[2].properties;

  it.each([
    ['site names', SITE_NAME_PATTERN, schemas.SiteName.pattern],
    ['images', IMAGE_PATTERN, schemas.Image.pattern],
    ['domains', DOMAIN_PATTERN, schemas.Domains.items.pattern],
    ['repositories', REPOSITORY_PATTERN, git.repository?.pattern],
    ['references', REFERENCE_PATTERN, git.reference?.pattern],
    ['variables', VARIABLE_PATTERN, schemas.Environment.propertyNames.pattern],
    [
      'secrets',
      VARIABLE_PATTERN,
      schemas.SecretReferences.propertyNames.pattern,
    ],
    ['amounts', AMOUNT_PATTERN, schemas.AmountInput.pattern],
    ['price versions', PRICE_VERSION_PATTERN, schemas.PriceVersion.pattern],
  ])('are those of the API: %s', (_, ours, ofApi) => {
    expect(ours).toBe(ofApi);
  });
});
