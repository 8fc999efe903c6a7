import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink } from '@backstage/ui';
import {
  CopyableId,
  Facts,
  formatInstant,
} from '@freehold/plugin-tenancy-react';
import type { AuditEvent } from '../../api';
import type { AuditQueryState } from '../../hooks';
import { tenancyTranslationRef } from '../../translation';
import { AuditDiff } from './AuditDiff';
import styles from './AuditPage.module.css';

/** All that is known of an event, and the ways on from it. */
export function AuditDetails(props: {
  event: AuditEvent;
  list: AuditQueryState;
}) {
  const { event, list } = props;
  const { actor, object, request } = event;
  const { t } = useTranslationRef(tenancyTranslationRef);
  return (
    <div className={styles.details}>
      {event.reason && <p className={styles.reason}>{event.reason}</p>}
      <AuditDiff event={event} />
      <Facts
        facts={[
          {
            label: t('audit.fact.time'),
            value: formatInstant(event.occurredAt),
          },
          {
            label: t('audit.fact.actor'),
            value: actor.ref?.replace(/^user:/, ''),
          },
          { label: t('audit.fact.viewingAs'), value: event.viewingAs },
          {
            label: t('audit.fact.object'),
            value: <CopyableId id={object.id} what={t('audit.fact.object')} />,
          },
          { label: t('audit.fact.address'), value: request?.address },
          {
            label: t('audit.fact.request'),
            value: request && (
              <CopyableId id={request.id} what={t('audit.fact.request')} />
            ),
          },
          {
            label: t('audit.fact.place'),
            value: t('audit.fact.placeIn', {
              sequence: String(event.sequence),
              tenant: event.tenant,
            }),
          },
        ]}
      />
      <div className={styles.ways}>
        <Button
          size="small"
          variant="secondary"
          onPress={() =>
            list.setFilter('object', `${object.kind}:${object.id}`)
          }
        >
          {t('audit.about')}
        </Button>
        {actor.ref && (
          <Button
            size="small"
            variant="secondary"
            onPress={() => list.setFilter('actor', actor.ref)}
          >
            {t('audit.byThem')}
          </Button>
        )}
        {object.kind === 'site' && event.action !== 'purgeSite' && (
          <ButtonLink
            size="small"
            variant="tertiary"
            href={`/sites/${event.tenant}/${object.id}`}
          >
            {t('audit.openSite')}
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
