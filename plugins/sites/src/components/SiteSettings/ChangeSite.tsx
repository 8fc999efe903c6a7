import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { ErrorPanel, Section, useAction } from '@freehold/plugin-tenancy-react';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import { sitesApiRef, type Site, type SiteChanges } from '../../api';
import { quoteQueryOf } from '../../domain/quoteQuery';
import { useOffering } from '../../hooks/useOffering';
import { useSitesPaths } from '../../hooks/useSitesPaths';
import { specificationTranslationRef } from '../../specificationTranslation';
import { sitesTranslationRef } from '../../translation';
import { QuotedPrice } from '../parts/QuotedPrice';
import { ChangedParts } from './ChangedParts';
import styles from './ChangeSite.module.css';
import { useSiteForm, type SiteFormState } from './useSiteForm';

/** What a change has no price of its own for. */
const UNPRICED: readonly (keyof SiteChanges)[] = [
  'title',
  'content',
  'domains',
  'environment',
  'secretReferences',
];

/** Changes what a site is and has: each submission is one deployment. */
export function ChangeSite(props: {
  site: Site;
  refresh: () => Promise<unknown>;
}) {
  const { site, refresh } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const { t: tSpecification } = useTranslationRef(specificationTranslationRef);
  const api = useApi(sitesApiRef);
  const paths = useSitesPaths();
  const navigate = useNavigate();
  const { data: offering } = useOffering();
  const cloud = offering?.clouds.find(({ id }) => id === site.cloud);
  const state = useSiteForm(site, cloud);
  const { changes, isValid } = state;
  const [isIncomplete, setIncomplete] = useState(false);
  const [showsAllProblems, setShowsAllProblems] = useState(false);

  const isMoving = site.activeDeploymentId !== undefined;
  const canSubmit =
    !isMoving && !isIncomplete && (!isValid || Object.keys(changes).length > 0);
  const update = useAction(async () => {
    const { deployment } = await api.updateSite(
      site.customer,
      site.siteId,
      changes,
    );
    await refresh();
    if (deployment) {
      navigate(paths.deployment(site.customer, deployment.deploymentId));
    }
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setShowsAllProblems(true);
    if (canSubmit && isValid) update.run();
  };

  return (
    <Section title={t('change.title')} description={t('change.description')}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <ChangedParts
          site={site}
          cloud={cloud}
          clouds={offering?.clouds ?? []}
          state={state}
          showsAllProblems={showsAllProblems}
          isDisabled={isMoving}
          onIncomplete={setIncomplete}
        />
        <ChangedPrice site={site} state={state} />
        {update.error && (
          <ErrorPanel error={update.error} title={t('change.failed')} />
        )}
        {showsAllProblems && !isValid && (
          <p role="alert" className={styles.problems}>
            {tSpecification('validation.marked')}
          </p>
        )}
        <Button
          className={styles.submit}
          type="submit"
          variant="primary"
          size="medium"
          isDisabled={!canSubmit}
          isPending={update.isRunning}
        >
          {t('change.submit')}
        </Button>
      </form>
    </Section>
  );
}

/** Before and after, part by part, once something changes that has a price. */
function ChangedPrice({ site, state }: { site: Site; state: SiteFormState }) {
  const { t } = useTranslationRef(specificationTranslationRef);
  const { changes, next } = state;
  const isPriced = Object.keys(changes).some(
    name => !UNPRICED.includes(name as keyof SiteChanges),
  );
  if (!isPriced) return null;
  return (
    <section className={styles.price} aria-label={t('quote.title')}>
      <h3>{t('quote.title')}</h3>
      <QuotedPrice
        customer={site.customer}
        query={quoteQueryOf({
          cloud: site.cloud,
          size: next.size,
          customSize: next.customSize,
          addOns: next.addOns,
          siteId: site.siteId,
        })}
      />
    </section>
  );
}
