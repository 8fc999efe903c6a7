import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { useMe } from '@freehold/plugin-tenancy-react';
import type { AuditEvent } from '../../api';
import { tenancyTranslationRef } from '../../translation';

/** Who did something, as people call them. */
export function AuditActor(props: { actor: AuditEvent['actor'] }) {
  const { kind, ref } = props.actor;
  const { t } = useTranslationRef(tenancyTranslationRef);
  const { me } = useMe();
  if (!ref?.startsWith('user:')) return <>{t(`audit.actor.${kind}`)}</>;
  if (me?.entityRef === ref) return <>{t('audit.actor.you')}</>;
  return <EntityDisplayName entityRef={ref} hideIcon disableTooltip />;
}
