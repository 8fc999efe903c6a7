import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { StateChip } from '@freehold/plugin-tenancy-react';
import { RiErrorWarningLine, RiForbid2Line } from '@remixicon/react';
import type { AuditEvent } from '../../api';
import { tenancyTranslationRef } from '../../translation';

/** Shown where it did not succeed: nearly all events do. */
export function AuditOutcomeChip(props: { outcome: AuditEvent['outcome'] }) {
  const { t } = useTranslationRef(tenancyTranslationRef);
  switch (props.outcome) {
    case 'refused':
      return (
        <StateChip
          tone="attention"
          icon={RiForbid2Line}
          label={t('audit.outcome.refused')}
        />
      );
    case 'failed':
      return (
        <StateChip
          tone="bad"
          icon={RiErrorWarningLine}
          label={t('audit.outcome.failed')}
        />
      );
    default:
      return null;
  }
}
