import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import {
  ErrorPanel,
  LoadingRows,
  type Me,
} from '@freehold/plugin-tenancy-react';
import { useSearchParams } from 'react-router-dom';
import { accessTranslationRef } from '../../accessTranslation';
import { useAccess, useSitesOf } from '../../hooks';
import { groupActions, type RoleAction } from './groups';
import styles from './RolesPage.module.css';
import { WhyAnswer } from './WhyAnswer';

const ANY = 'any';

/** Asks about one action, on one of the reader's sites; both in the address. */
export function WhyPanel(props: { me: Me; actions: readonly RoleAction[] }) {
  const { me, actions } = props;
  const { t } = useTranslationRef(accessTranslationRef);
  const [params, setParams] = useSearchParams();
  const action = params.get('action') ?? undefined;
  const object = params.get('object') ?? undefined;
  const { value, error, loading, retry } = useAccess(action, object);

  const choose = (name: string, chosen: string | undefined) =>
    setParams(previous => {
      const next = new URLSearchParams(previous);
      if (chosen) next.set(name, chosen);
      else next.delete(name);
      return next;
    });

  return (
    <section className={styles.why} aria-labelledby="why-title">
      <h2 id="why-title">{t('why.title')}</h2>
      <div className={styles.question}>
        <Select
          className={styles.choice}
          label={t('why.action')}
          placeholder={t('why.choose')}
          searchable
          value={action ?? null}
          onChange={chosen => choose('action', chosen ? String(chosen) : '')}
          options={groupActions(actions).map(({ group, actions: inGroup }) => ({
            title: t(`roles.group.${group}`),
            options: inGroup.map(each => ({
              value: each.action,
              label: each.title,
            })),
          }))}
        />
        {me.kind === 'member' && (
          <SiteChoice
            me={me}
            object={object}
            onChange={chosen => choose('object', chosen)}
          />
        )}
      </div>
      <div role="status">
        {error && (
          <ErrorPanel
            title={t('why.errorTitle')}
            error={error}
            onRetry={retry}
          />
        )}
        {!error && action && loading && <LoadingRows count={2} />}
        {!error && value && !loading && <WhyAnswer explanation={value} />}
      </div>
    </section>
  );
}

function SiteChoice(props: {
  me: Me;
  object: string | undefined;
  onChange: (object: string | undefined) => void;
}) {
  const { me, object, onChange } = props;
  const { t } = useTranslationRef(accessTranslationRef);
  const { value } = useSitesOf(me.tenant);
  const sites = (value?.items ?? []).map(({ siteId, title }) => ({
    value: `${me.tenant}/${siteId}`,
    label: title,
  }));
  const isElsewhere = object && !sites.some(({ value: ref }) => ref === object);
  return (
    <Select
      className={styles.choice}
      label={t('why.object')}
      value={object ?? ANY}
      onChange={chosen =>
        onChange(chosen === ANY || !chosen ? undefined : String(chosen))
      }
      options={[
        { value: ANY, label: t('why.anyOwn', { tenant: me.tenantName }) },
        ...sites,
        ...(isElsewhere ? [{ value: object, label: object }] : []),
      ]}
    />
  );
}
