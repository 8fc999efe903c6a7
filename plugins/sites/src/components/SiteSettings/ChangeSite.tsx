import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, TextField } from '@backstage/ui';
import { ErrorPanel, formatMoney } from '@freehold/plugin-tenancy-react';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import { sitesApiRef, type Site, type SiteChanges } from '../../api';
import { toContentChoice, type ContentValue } from '../../domain/ContentValue';
import { useAction } from '../../hooks/useAction';
import { quoteQueryOf } from '../../domain/quoteQuery';
import { useOffering } from '../../hooks/useOffering';
import { useQuote } from '../../hooks/useQuote';
import { useSitesPaths } from '../../hooks/useSitesPaths';
import { sitesTranslationRef } from '../../translation';
import { ContentInput } from '../parts/ContentInput';
import { Section } from '../parts/Section';
import { SizePicker } from '../parts/SizePicker';
import styles from './ChangeSite.module.css';

const LONGEST_TITLE = 100;

/** Changes title, size and content: each submission is one deployment. */
export function ChangeSite(props: {
  site: Site;
  refresh: () => Promise<unknown>;
}) {
  const { site, refresh } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const api = useApi(sitesApiRef);
  const paths = useSitesPaths();
  const navigate = useNavigate();
  const { data: offering } = useOffering();
  const sizes = offering?.clouds.find(({ id }) => id === site.cloud)?.sizes;
  const [title, setTitle] = useState(site.title);
  const [size, setSize] = useState(site.size);
  const [content, setContent] = useState<ContentValue>();
  const [isIncomplete, setIncomplete] = useState(false);

  const changes = changesOf(site, { title, size, content });
  const isMoving = site.activeDeploymentId !== undefined;
  const canSubmit =
    Object.keys(changes).length > 0 && !isIncomplete && !isMoving;
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
    if (canSubmit) update.run();
  };

  return (
    <Section title={t('change.title')} description={t('change.description')}>
      <form className={styles.form} onSubmit={submit}>
        <TextField
          className={styles.field}
          label={t('change.siteTitle')}
          value={title}
          onChange={setTitle}
          isDisabled={isMoving}
          isRequired
          maxLength={LONGEST_TITLE}
        />
        {sizes && (
          <SizePicker
            label={t('fact.size')}
            sizes={sizes}
            value={size}
            onChange={setSize}
            isDisabled={isMoving}
          />
        )}
        <ContentInput
          label={t('fact.content')}
          customer={site.customer}
          value={content}
          onChange={setContent}
          onIncomplete={setIncomplete}
          isDisabled={isMoving}
          withKeep
        />
        {update.error && (
          <ErrorPanel error={update.error} title={t('change.failed')} />
        )}
        <div className={styles.foot}>
          <Button
            type="submit"
            variant="primary"
            size="medium"
            isDisabled={!canSubmit}
            isPending={update.isRunning}
          >
            {t('change.submit')}
          </Button>
          <PriceNote site={site} changes={changes} />
        </div>
      </form>
    </Section>
  );
}

function PriceNote(props: { site: Site; changes: SiteChanges }) {
  const { site, changes } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const { data: quote } = useQuote(
    site.customer,
    changes.size ? quoteQueryOf(site, changes.size) : undefined,
  );
  if (!quote) return null;
  const { price, refusal } = quote;
  return (
    <span role="status">
      {t('change.newPrice', {
        from: formatMoney(site.monthlyPrice.amount, site.monthlyPrice.currency),
        to: formatMoney(price.amount, price.currency),
      })}
      {refusal && <strong> {refusal}</strong>}
    </span>
  );
}

function changesOf(
  site: Site,
  form: { title: string; size: string; content: ContentValue | undefined },
): SiteChanges {
  const title = form.title.trim();
  return {
    ...(title && title !== site.title && { title }),
    ...(form.size !== site.size && { size: form.size }),
    ...(form.content && { content: toContentChoice(form.content) }),
  };
}
