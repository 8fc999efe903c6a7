import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ToggleButton, ToggleButtonGroup, VisuallyHidden } from '@backstage/ui';
import { Section } from '@freehold/plugin-tenancy-react';
import { useState, type ReactNode } from 'react';
import { costsTranslationRef } from '../../translation';
import styles from './FigurePanel.module.css';

/**
 * A drawing with a title that says what it shows, in words for those who
 * cannot see it, and as a table for those who would rather read.
 */
export function FigurePanel(props: {
  title: string;
  description?: string;
  summary: string;
  actions?: ReactNode;
  chart: ReactNode;
  table: ReactNode;
}) {
  const { title, description, summary, actions, chart, table } = props;
  const { t } = useTranslationRef(costsTranslationRef);
  const [shown, setShown] = useState<'chart' | 'table'>('chart');
  return (
    <Section
      title={title}
      description={description}
      actions={
        <div className={styles.actions}>
          {actions}
          <ToggleButtonGroup
            aria-label={t('chart.view')}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[shown]}
            onSelectionChange={keys =>
              setShown(keys.has('table') ? 'table' : 'chart')
            }
          >
            <ToggleButton id="chart">{t('chart.asChart')}</ToggleButton>
            <ToggleButton id="table">{t('chart.asTable')}</ToggleButton>
          </ToggleButtonGroup>
        </div>
      }
    >
      <VisuallyHidden>{summary}</VisuallyHidden>
      {shown === 'chart' ? chart : table}
    </Section>
  );
}
