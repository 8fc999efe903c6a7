import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Cell,
  CellText,
  Link,
  Table,
  useBreakpoint,
  type ColumnConfig,
} from '@backstage/ui';
import {
  DeploymentStateChip,
  Money,
  RelativeTime,
} from '@freehold/plugin-tenancy-react';
import { useMemo } from 'react';
import type { Deployment } from '../../api';
import { formatDuration } from '../../domain/formatDuration';
import { useSitesPaths } from '../../hooks/useSitesPaths';
import { sitesTranslationRef } from '../../translation';
import { PersonName } from '../parts/PersonName';
import styles from './DeploymentsList.module.css';

type Row = Deployment & { id: string };

/** Deployments of one site: a table, and a list in narrow windows. */
export function DeploymentsList(props: { deployments: Deployment[] }) {
  const { deployments } = props;
  const isWide = useBreakpoint().up('sm');
  return isWide ? (
    <DeploymentsTable deployments={deployments} />
  ) : (
    <NarrowList deployments={deployments} />
  );
}

function DeploymentsTable({ deployments }: { deployments: Deployment[] }) {
  const columns = useColumns();
  const rows = useMemo(
    () => deployments.map(it => ({ ...it, id: it.deploymentId })),
    [deployments],
  );
  return (
    <Table columnConfig={columns} data={rows} pagination={{ type: 'none' }} />
  );
}

function useColumns(): ColumnConfig<Row>[] {
  const { t } = useTranslationRef(sitesTranslationRef);
  const paths = useSitesPaths();
  return [
    {
      id: 'kind',
      label: t('column.deployment'),
      isRowHeader: true,
      cell: it => (
        <CellText
          title={t(`deployment.kind.${it.kind}`)}
          href={paths.deployment(it.customer, it.deploymentId)}
        />
      ),
    },
    {
      id: 'state',
      width: 192,
      label: t('column.state'),
      cell: it => (
        <Cell>
          <DeploymentStateChip state={it.state} />
        </Cell>
      ),
    },
    {
      id: 'requestedBy',
      label: t('column.requestedBy'),
      cell: it => (
        <Cell>
          <PersonName entityRef={it.requestedBy} />
        </Cell>
      ),
    },
    {
      id: 'createdAt',
      label: t('column.started'),
      cell: it => (
        <Cell>
          <RelativeTime at={it.createdAt} />
        </Cell>
      ),
    },
    {
      id: 'duration',
      label: t('column.duration'),
      cell: it => <CellText title={durationOf(it) ?? t('column.none')} />,
    },
    {
      id: 'price',
      label: t('column.price'),
      cell: it => (
        <Cell>
          <Money amount={it.price.amount} currency={it.price.currency} />
        </Cell>
      ),
    },
  ];
}

function NarrowList({ deployments }: { deployments: Deployment[] }) {
  const { t } = useTranslationRef(sitesTranslationRef);
  const paths = useSitesPaths();
  return (
    <ul className={styles.list}>
      {deployments.map(it => (
        <li key={it.deploymentId}>
          <span className={styles.head}>
            <Link
              href={paths.deployment(it.customer, it.deploymentId)}
              weight="bold"
            >
              {t(`deployment.kind.${it.kind}`)}
            </Link>
            <DeploymentStateChip state={it.state} />
          </span>
          <span className={styles.quiet}>
            <RelativeTime at={it.createdAt} />,{' '}
            <PersonName entityRef={it.requestedBy} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function durationOf({ createdAt, finishedAt }: Deployment): string | undefined {
  return finishedAt
    ? formatDuration(Date.parse(finishedAt) - Date.parse(createdAt))
    : undefined;
}
