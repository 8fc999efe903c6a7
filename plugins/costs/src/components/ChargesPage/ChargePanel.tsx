import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Dialog, DialogBody, DialogHeader, Link, Text } from '@backstage/ui';
import { ErrorPanel, Facts, LoadingRows } from '@freehold/plugin-tenancy-react';
import type { ReactNode } from 'react';
import type { ChargeDetail, ChargeRef } from '../../api';
import { formatPercent } from '../../domain/formatPercent';
import { useCharge } from '../../hooks/useCharges';
import { useCostsPaths } from '../../hooks/useCostsPaths';
import { useValueNames } from '../../hooks/useValueNames';
import { costsTranslationRef } from '../../translation';
import styles from './ChargePanel.module.css';

/** One charge: where it came from, whose it is and why, and every column. */
export function ChargePanel(props: {
  charge: ChargeRef & { customer: string };
  isStaff: boolean;
  onClose: () => void;
}) {
  const { charge, isStaff, onClose } = props;
  const { t } = useTranslationRef(costsTranslationRef);
  const { data, error, refresh } = useCharge(charge);
  return (
    <Dialog
      isOpen
      isDismissable
      onOpenChange={isOpen => !isOpen && onClose()}
      width={720}
    >
      <DialogHeader>
        {data?.columns.ChargeDescription ?? t('charge.title')}
      </DialogHeader>
      <DialogBody>
        {error && (
          <ErrorPanel
            error={error}
            title={t('charge.failed')}
            onRetry={() => refresh()}
          />
        )}
        {!data && !error && <LoadingRows count={8} height="1.5rem" />}
        {data && <Known charge={data} isStaff={isStaff} />}
      </DialogBody>
    </Dialog>
  );
}

function Known(props: { charge: ChargeDetail; isStaff: boolean }) {
  const { charge, isStaff } = props;
  const { t } = useTranslationRef(costsTranslationRef);
  return (
    <div className={styles.charge}>
      <Part title={t('charge.whose')}>
        <Whose charge={charge} isStaff={isStaff} />
      </Part>
      <Part title={t('charge.came')}>
        <Origin charge={charge} />
      </Part>
      <Part title={t('charge.columns')}>
        <Columns columns={charge.columns} />
      </Part>
      {charge.extension && Object.keys(charge.extension).length > 0 && (
        <Part title={t('charge.extension')}>
          <Columns columns={charge.extension} />
        </Part>
      )}
    </div>
  );
}

function Whose(props: { charge: ChargeDetail; isStaff: boolean }) {
  const { charge, isStaff } = props;
  const { method, rule, reason, ratio, ...target } = charge.allocation;
  const { t } = useTranslationRef(costsTranslationRef);
  const customerName = useValueNames('customer', [charge.customer]);
  const siteName = useValueNames('site', [target.site ?? null]);
  const methodName = useValueNames('allocation_method', []);
  return (
    <Facts
      facts={[
        {
          label: t('charge.customer'),
          value: isStaff ? customerName({ value: charge.customer }) : undefined,
        },
        {
          label: t('dimension.site'),
          value: target.site && siteName({ value: target.site }),
        },
        { label: t('dimension.team'), value: target.team },
        { label: t('dimension.cost_centre'), value: target.costCentre },
        { label: t('dimension.project'), value: target.project },
        { label: t('charge.method'), value: methodName({ value: method }) },
        { label: t('charge.rule'), value: rule },
        { label: t('charge.reason'), value: reason },
        { label: t('charge.ratio'), value: ratio && formatPercent(ratio) },
      ]}
    />
  );
}

function Origin({ charge }: { charge: ChargeDetail }) {
  const { t } = useTranslationRef(costsTranslationRef);
  const paths = useCostsPaths();
  return (
    <Facts
      facts={[
        { label: t('charge.source'), value: charge.sourceName },
        {
          label: t('charge.file'),
          value:
            charge.fileName && charge.import ? (
              <Link href={paths.import(charge.import)}>{charge.fileName}</Link>
            ) : (
              charge.fileName
            ),
        },
        {
          label: t('charge.row'),
          value: (
            <>
              {(charge.fileRow ?? charge.row).toLocaleString()}
              {charge.part > 0 &&
                `, ${t('charge.part', { part: String(charge.part) })}`}
            </>
          ),
        },
      ]}
    />
  );
}

function Columns({ columns }: { columns: Record<string, string> }) {
  return (
    <dl className={styles.columns}>
      {Object.entries(columns).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Part(props: { title: string; children: ReactNode }) {
  return (
    <section>
      <Text as="h3" variant="body-large" weight="bold">
        {props.title}
      </Text>
      {props.children}
    </section>
  );
}
