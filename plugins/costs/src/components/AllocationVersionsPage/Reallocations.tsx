import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { Section, useLoaded } from '@freehold/plugin-tenancy-react';
import { useEffect, useRef } from 'react';
import { costsApiRef, type ImportDetail } from '../../api';
import { allocationTranslationRef } from '../../allocationTranslation';
import { formatMonth } from '../../domain/formatDays';
import { useCostsPaths } from '../../hooks/useCostsPaths';
import { isMoving } from '../../hooks/useImports';
import { importsTranslationRef } from '../../importsTranslation';
import { ImportStateChip } from '../parts/ImportStateChip';
import tables from '../parts/tables.module.css';

const MOVING_MS = 1_000;

/** How far the months are that were begun here. */
export function Reallocations(props: {
  importIds: readonly string[];
  onDone: () => Promise<unknown>;
}) {
  const { importIds, onDone } = props;
  const { t } = useTranslationRef(allocationTranslationRef);
  const { t: tImports } = useTranslationRef(importsTranslationRef);
  const paths = useCostsPaths();
  const runs = useRuns(importIds);
  const ended = runs.filter(run => !isMoving(run)).length;
  const known = useRef(0);
  useEffect(() => {
    if (ended > known.current) onDone();
    known.current = ended;
  }, [ended, onDone]);
  return (
    <Section title={t('versions.runs')}>
      <table
        className={`${tables.table} ${tables.list}`}
        aria-label={t('versions.runs')}
        aria-live="polite"
      >
        <tbody>
          {runs.map(run => (
            <tr key={run.importId}>
              <th scope="row">
                <Link href={paths.import(run.importId)}>
                  {run.reallocates && formatMonth(run.reallocates)} ·{' '}
                  {run.sourceName}
                </Link>
              </th>
              <td>
                <ImportStateChip import={run} />
              </td>
              <td className={tables.quiet}>
                {run.problem?.message ??
                  (run.step && tImports(`step.${run.step}`))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function useRuns(importIds: readonly string[]): ImportDetail[] {
  const api = useApi(costsApiRef);
  const { data = [] } = useLoaded<ImportDetail[]>({
    key: ['costs', 'reallocations', importIds],
    load: () => Promise.all(importIds.map(id => api.getImport(id))),
    refreshMs: found => (found?.some(isMoving) === false ? 0 : MOVING_MS),
    keepPrevious: true,
  });
  return data;
}
