import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button, Link } from '@backstage/ui';
import { priceBookEditPermission } from '@freehold/plugin-sites-common';
import {
  ErrorPanel,
  LoadingRows,
  Page,
  Section,
} from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import type { PriceBookHead, PriceBookList } from '../../api';
import { inOrderOfValidity, standingOf } from '../../domain/PriceBookForm';
import { usePriceBooks } from '../../hooks/usePriceBooks';
import { usePricesPaths } from '../../hooks/usePricesPaths';
import { pricesTranslationRef } from '../../pricesTranslation';
import { PersonName } from '../parts/PersonName';
import { formatDay } from './formatDay';
import { NewDraftDialog } from './NewDraftDialog';
import styles from './PricesPage.module.css';
import { StandingChip } from './StandingChip';

/** All versions of the prices: `/prices`. */
export function PricesPage() {
  const { t } = useTranslationRef(pricesTranslationRef);
  const { data, error, refresh } = usePriceBooks();
  const { allowed: canEdit } = usePermission({
    permission: priceBookEditPermission,
  });
  const [isDrafting, setDrafting] = useState(false);
  return (
    <Page
      title={t('title')}
      answer={data && <Answer list={data} />}
      actions={
        canEdit && (
          <Button
            variant="primary"
            size="medium"
            onPress={() => setDrafting(true)}
          >
            {t('draft.action')}
          </Button>
        )
      }
    >
      {error && (
        <ErrorPanel
          error={error}
          title={t('failed')}
          onRetry={() => refresh()}
        />
      )}
      {!data && !error && <LoadingRows count={4} height="3.5rem" />}
      {data && (
        <Section title={t('versions')}>
          <ul className={styles.versions}>
            {data.items.map(book => (
              <Version key={book.priceBookId} book={book} list={data} />
            ))}
          </ul>
        </Section>
      )}
      {isDrafting && (
        <NewDraftDialog onClose={() => setDrafting(false)} onBegun={refresh} />
      )}
    </Page>
  );
}

function Answer({ list }: { list: PriceBookList }) {
  const { t } = useTranslationRef(pricesTranslationRef);
  const order = inOrderOfValidity(list.items);
  const position = order.findIndex(it => it.priceBookId === list.inForce);
  const [holds, next] = [order[position], order[position + 1]];
  if (!holds?.validFrom) return null;
  const words = { version: holds.version, since: formatDay(holds.validFrom) };
  return (
    <>
      {next?.validFrom
        ? t('answerNext', {
            ...words,
            next: next.version,
            day: formatDay(next.validFrom),
          })
        : t('answer', words)}
    </>
  );
}

function Version(props: { book: PriceBookHead; list: PriceBookList }) {
  const { book, list } = props;
  const paths = usePricesPaths();
  return (
    <li>
      <span className={styles.name}>
        <Link href={paths.book(book.priceBookId)} weight="bold">
          {book.version}
        </Link>
        <span className={styles.quiet}>{book.source}</span>
      </span>
      <span className={styles.when}>
        <Validity book={book} list={list} />
      </span>
      <StandingChip standing={standingOf(book, list.inForce, Date.now())} />
    </li>
  );
}

/** From when a version holds, and until when the next one does. */
function Validity(props: { book: PriceBookHead; list: PriceBookList }) {
  const { book, list } = props;
  const { t } = useTranslationRef(pricesTranslationRef);
  if (!book.validFrom) {
    return (
      <>
        {t('draftBy')} <PersonName entityRef={book.createdBy} />
      </>
    );
  }
  const order = inOrderOfValidity(list.items);
  const next = order[order.indexOf(book) + 1];
  const day = formatDay(book.validFrom);
  return (
    <>
      {next?.validFrom
        ? t('fromTo', { day, end: formatDay(next.validFrom) })
        : t('from', { day })}
    </>
  );
}
