import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SearchField, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import {
  ErrorPanel,
  LoadingRows,
  Section,
} from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import type { Conformance } from '../../api';
import { findingsOf, isMust, type Obligation } from '../../domain/findings';
import { useConformance } from '../../hooks/useImports';
import { importsTranslationRef } from '../../importsTranslation';
import { FindingItem } from './FindingItem';
import styles from './ImportPage.module.css';

/** How a file keeps to FOCUS: what must hold apart from what should. */
export function ConformanceReport({ importId }: { importId: string }) {
  const { t } = useTranslationRef(importsTranslationRef);
  const { data, error, refresh } = useConformance(importId);
  return (
    <Section
      title={t('conformance.title', { version: data?.version ?? '' })}
      description={
        data &&
        t('conformance.model', {
          model: data.model,
          rows: data.rows.toLocaleString(),
        })
      }
    >
      {error && (
        <ErrorPanel
          error={error}
          title={t('conformance.failed')}
          onRetry={() => refresh()}
        />
      )}
      {!data && !error && <LoadingRows count={4} height="2.5rem" />}
      {data && <Report report={data} />}
    </Section>
  );
}

function Report({ report }: { report: Conformance }) {
  const { t } = useTranslationRef(importsTranslationRef);
  const must = report.findings.filter(isMust).length;
  const should = report.findings.length - must;
  const checked = report.checked.toLocaleString();
  return (
    <>
      <p>
        {report.findings.length === 0
          ? t('conformance.perfect', { checked })
          : t('conformance.answer', {
              must: String(must),
              should: String(should),
              checked,
            })}
      </p>
      {report.findings.length > 0 && (
        <Findings report={report} must={must} should={should} />
      )}
      {report.notChecked.length > 0 && (
        <details className={styles.notChecked}>
          <summary>
            {t('conformance.notChecked', { count: report.notChecked.length })}
          </summary>
          <ul>
            {report.notChecked.map(({ ruleId, text, why }) => (
              <li key={ruleId}>
                <code>{ruleId}</code> {text} <em>{why}</em>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Findings(props: {
  report: Conformance;
  must: number;
  should: number;
}) {
  const { report, must, should } = props;
  const { t } = useTranslationRef(importsTranslationRef);
  const [obligation, setObligation] = useState<Obligation>(
    must > 0 ? 'must' : 'should',
  );
  const [search, setSearch] = useState('');
  const shown = findingsOf(report, obligation, search);
  return (
    <>
      <div className={styles.filters}>
        <ToggleButtonGroup
          aria-label={t('conformance.which')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[obligation]}
          onSelectionChange={keys =>
            setObligation(keys.has('must') ? 'must' : 'should')
          }
        >
          <ToggleButton id="must">
            {t('conformance.mustCount', { number: String(must) })}
          </ToggleButton>
          <ToggleButton id="should">
            {t('conformance.shouldCount', { number: String(should) })}
          </ToggleButton>
        </ToggleButtonGroup>
        <SearchField
          className={styles.search}
          aria-label={t('conformance.search')}
          placeholder={t('conformance.search')}
          size="small"
          value={search}
          onChange={setSearch}
        />
      </div>
      {shown.length === 0 && (
        <p className={styles.quiet}>
          {search ? t('conformance.noMatch') : t('conformance.none')}
        </p>
      )}
      <ul className={styles.findings}>
        {shown.map(finding => (
          <FindingItem key={finding.ruleId} finding={finding} />
        ))}
      </ul>
    </>
  );
}
