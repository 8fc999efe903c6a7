import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  EmptyState,
  ErrorPanel,
  LoadingRows,
  Page,
} from '@freehold/plugin-tenancy-react';
import { RiPercentLine } from '@remixicon/react';
import { useState } from 'react';
import type { Markup } from '../../api';
import { todayInUtc } from '../../domain/DayRange';
import { markupState } from '../../domain/markupState';
import { useCostsPaths } from '../../hooks/useCostsPaths';
import { useMarkupPermissions, useMarkups } from '../../hooks/useMarkups';
import { markupsTranslationRef } from '../../markupsTranslation';
import { costsTranslationRef } from '../../translation';
import { MarkupDialog } from './MarkupDialog';
import { MarkupsTable } from './MarkupsTable';

/** What customers pay beside what the business pays: `/costs/markups`. */
export function MarkupsPage() {
  const { t } = useTranslationRef(markupsTranslationRef);
  const { t: tCosts } = useTranslationRef(costsTranslationRef);
  const paths = useCostsPaths();
  const { canRead, canSet, loading } = useMarkupPermissions();
  const breadcrumbs = [{ label: tCosts('title'), href: paths.dashboard }];
  if (!canRead) {
    return (
      <Page title={t('title')} breadcrumbs={breadcrumbs}>
        {loading ? (
          <LoadingRows count={4} height="2.5rem" />
        ) : (
          <EmptyState
            icon={RiPercentLine}
            title={t('notYours')}
            description={t('notYoursHint')}
          />
        )}
      </Page>
    );
  }
  return <Markups breadcrumbs={breadcrumbs} canSet={canSet} />;
}

function Markups(props: {
  breadcrumbs: { label: string; href: string }[];
  canSet: boolean;
}) {
  const { t } = useTranslationRef(markupsTranslationRef);
  const { data, error, refresh } = useMarkups();
  const [edited, setEdited] = useState<Markup | 'new'>();
  const setOne = props.canSet && (
    <Button variant="primary" size="medium" onPress={() => setEdited('new')}>
      {t('set')}
    </Button>
  );
  return (
    <Page
      title={t('title')}
      answer={data && <Answer items={data.items} />}
      breadcrumbs={props.breadcrumbs}
      actions={data && data.items.length > 0 && setOne}
    >
      {error && (
        <ErrorPanel
          error={error}
          title={t('failed')}
          onRetry={() => refresh()}
        />
      )}
      {!data && !error && <LoadingRows count={4} height="2.5rem" />}
      {data?.items.length === 0 && (
        <EmptyState
          icon={RiPercentLine}
          title={t('none')}
          description={t('noneHint')}
          action={setOne}
        />
      )}
      {data && data.items.length > 0 && (
        <MarkupsTable
          items={data.items}
          onChange={props.canSet ? setEdited : undefined}
        />
      )}
      {edited && (
        <MarkupDialog
          of={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
          onDone={refresh}
        />
      )}
    </Page>
  );
}

function Answer({ items }: { items: readonly Markup[] }) {
  const { t } = useTranslationRef(markupsTranslationRef);
  const today = todayInUtc();
  const count = items.filter(
    markup => markupState(markup, items, today) === 'current',
  ).length;
  if (count === 0) return <>{t('answer.none')}</>;
  return <>{t('answer.some', { count })}</>;
}
