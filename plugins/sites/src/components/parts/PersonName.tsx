import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import { useMe } from '@freehold/plugin-tenancy-react';
import { sitesTranslationRef } from '../../translation';

/**
 * Who did something. Customers are not told which of the staff it was: they
 * may not look into the namespace of the business.
 */
export function PersonName(props: { entityRef: string }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  const { me } = useMe();
  const { namespace, name } = parseEntityRef(props.entityRef, {
    defaultKind: 'user',
    defaultNamespace: BUSINESS_TENANT,
  });
  if (namespace === BUSINESS_TENANT && me?.kind !== 'staff') {
    return <>{t('people.staff')}</>;
  }
  if (me?.entityRef === props.entityRef) return <>{t('people.you')}</>;
  return (
    <span title={name}>
      <EntityDisplayName entityRef={props.entityRef} hideIcon disableTooltip />
    </span>
  );
}
