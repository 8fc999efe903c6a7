import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Button, Text } from '@backstage/ui';
import {
  EmptyState,
  ErrorPanel,
  RelativeTime,
  Section,
  StateChip,
  useAction,
  type StateTone,
} from '@freehold/plugin-tenancy-react';
import {
  RiArchiveLine,
  RiCheckLine,
  RiDraftLine,
  RiGitBranchLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import { useNavigate } from 'react-router-dom';
import { costsApiRef, type RuleSetHead } from '../../api';
import { allocationTranslationRef } from '../../allocationTranslation';
import type { Rules } from '../../hooks/useAllocation';
import { useCostsPaths } from '../../hooks/useCostsPaths';
import { useReader } from '../../hooks/useReader';
import tables from '../parts/tables.module.css';

const LOOKS: Record<RuleSetHead['state'], [StateTone, RemixiconComponentType]> =
  {
    draft: ['info', RiDraftLine],
    active: ['good', RiCheckLine],
    retired: ['quiet', RiArchiveLine],
  };

/** What the rules were, when, by whom and why; an old version can be drafted again. */
export function VersionsTable(props: {
  rules: Rules;
  refresh: () => Promise<unknown>;
}) {
  const { refresh, rules } = props;
  const { t } = useTranslationRef(allocationTranslationRef);
  const api = useApi(costsApiRef);
  const paths = useCostsPaths();
  const navigate = useNavigate();
  const restore = useAction(async (version: number) => {
    const old = await api.getRuleSet(version);
    await api.saveRuleSetDraft({ rules: old.rules });
    await refresh();
    navigate(paths.allocation);
  });
  return (
    <Section title={t('versions.versionsTitle')}>
      {restore.error && (
        <ErrorPanel error={restore.error} title={t('versions.restoreFailed')} />
      )}
      {rules.versions.length === 0 ? (
        <EmptyState
          icon={RiGitBranchLine}
          title={t('versions.versionsNone')}
          description={t('versions.versionsNoneHint')}
        />
      ) : (
        <table
          className={`${tables.table} ${tables.list}`}
          aria-label={t('versions.versionsTitle')}
        >
          <thead>
            <tr>
              <th scope="col">{t('versions.versionsTitle')}</th>
              <th scope="col">{t('versions.state')}</th>
              <th scope="col">{t('versions.why')}</th>
              <th scope="col">{t('versions.when')}</th>
              <th scope="col" aria-label={t('versions.restore')} />
            </tr>
          </thead>
          <tbody>
            {rules.versions.map(head => (
              <Row
                key={head.version}
                head={head}
                canRestore={!rules.draft && head.state === 'retired'}
                isBusy={restore.isRunning}
                onRestore={() => restore.run(head.version)}
              />
            ))}
          </tbody>
        </table>
      )}
      {rules.draft && rules.versions.some(it => it.state === 'retired') && (
        <Text as="p" color="secondary">
          {t('versions.hasDraft')}
        </Text>
      )}
    </Section>
  );
}

function Row(props: {
  head: RuleSetHead;
  canRestore: boolean;
  isBusy: boolean;
  onRestore: () => void;
}) {
  const { canRestore, head, isBusy, onRestore } = props;
  const { t } = useTranslationRef(allocationTranslationRef);
  const { canAllocate } = useReader();
  const [tone, icon] = LOOKS[head.state];
  const version = String(head.version);
  return (
    <tr>
      <th scope="row">
        {t('versions.version', { version })}
        <div className={tables.quiet}>
          {t('rules.count', { count: head.ruleCount })}
        </div>
      </th>
      <td>
        <StateChip
          tone={tone}
          icon={icon}
          label={t(`versions.states.${head.state}`)}
        />
      </td>
      <td>{head.comment ?? '–'}</td>
      <td>
        <RelativeTime at={head.activatedAt ?? head.updatedAt} /> ·{' '}
        <EntityDisplayName
          entityRef={head.activatedBy ?? head.updatedBy}
          hideIcon
          disableTooltip
        />
      </td>
      <td className={tables.number}>
        {canRestore && canAllocate && (
          <Button
            variant="secondary"
            size="small"
            isDisabled={isBusy}
            aria-label={t('versions.restoreOf', { version })}
            onPress={onRestore}
          >
            {t('versions.restore')}
          </Button>
        )}
      </td>
    </tr>
  );
}
