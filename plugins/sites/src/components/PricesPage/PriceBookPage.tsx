import {
  useRouteRefParams,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { priceBookEditPermission } from '@freehold/plugin-sites-common';
import {
  ErrorPanel,
  Facts,
  LoadingRows,
  Page,
  RelativeTime,
} from '@freehold/plugin-tenancy-react';
import type { PriceBook, PriceBookList } from '../../api';
import {
  comparedBook,
  priceRows,
  standingOf,
  toPriceBookForm,
} from '../../domain/PriceBookForm';
import { usePriceBook, usePriceBooks } from '../../hooks/usePriceBooks';
import { usePricesPaths } from '../../hooks/usePricesPaths';
import { pricesTranslationRef } from '../../pricesTranslation';
import { priceBookRouteRef } from '../../routes';
import { PersonName } from '../parts/PersonName';
import { DraftEditor } from './DraftEditor';
import { formatDay } from './formatDay';
import { PriceBookAnswer } from './PriceBookAnswer';
import { PriceTable } from './PriceTable';
import { StandingChip } from './StandingChip';

/** One version of the prices: `/prices/:priceBookId`. */
export function PriceBookPage() {
  const { priceBookId } = useRouteRefParams(priceBookRouteRef);
  const { t } = useTranslationRef(pricesTranslationRef);
  const paths = usePricesPaths();
  const list = usePriceBooks();
  const book = usePriceBook(priceBookId);
  const compared = book.data && list.data && comparedBook(book.data, list.data);
  const earlier = usePriceBook(compared?.priceBookId);
  const error = book.error ?? list.error ?? earlier.error;
  const { allowed: canEdit, loading } = usePermission({
    permission: priceBookEditPermission,
  });

  const isReady = book.data && list.data && !loading;
  if (error || !isReady || (compared && !earlier.data)) {
    return (
      <Page
        title={error ? t('title') : undefined}
        breadcrumbs={[{ label: t('title'), href: paths.list }]}
      >
        {error ? (
          <ErrorPanel
            error={error}
            title={t('failed')}
            onRetry={() => book.refresh()}
          />
        ) : (
          <LoadingRows count={8} height="2.5rem" />
        )}
      </Page>
    );
  }
  const shown = { book: book.data!, compared: earlier.data, list: list.data! };
  if (canEdit && shown.book.state === 'draft') {
    return (
      <DraftEditor
        key={priceBookId}
        {...shown}
        refresh={() => Promise.all([book.refresh(), list.refresh()])}
      />
    );
  }
  return <ReadOnlyBook {...shown} />;
}

function ReadOnlyBook(props: {
  book: PriceBook;
  compared: PriceBook | undefined;
  list: PriceBookList;
}) {
  const { book, compared, list } = props;
  const { t } = useTranslationRef(pricesTranslationRef);
  const paths = usePricesPaths();
  const rows = priceRows(toPriceBookForm(book), compared);
  return (
    <Page
      title={book.version}
      breadcrumbs={[{ label: t('title'), href: paths.list }]}
      chip={
        <StandingChip standing={standingOf(book, list.inForce, Date.now())} />
      }
      answer={
        <PriceBookAnswer
          rows={rows}
          currency={book.currency}
          isDraft={book.state === 'draft'}
          compared={compared}
        />
      }
    >
      <Facts
        facts={[
          { label: t('facts.currency'), value: book.currency },
          { label: t('facts.source'), value: book.source },
          {
            label: t('facts.holds'),
            value:
              book.validFrom && t('from', { day: formatDay(book.validFrom) }),
          },
          {
            label: t('facts.drafted'),
            value: <Deed by={book.createdBy} at={book.createdAt} />,
          },
          {
            label: t('facts.published'),
            value: book.publishedBy && book.publishedAt && (
              <Deed by={book.publishedBy} at={book.publishedAt} />
            ),
          },
        ].map(fact => ({ ...fact, value: fact.value || undefined }))}
      />
      <PriceTable rows={rows} currency={book.currency} compared={compared} />
    </Page>
  );
}

function Deed(props: { by: string; at: string }) {
  return (
    <>
      <PersonName entityRef={props.by} />, <RelativeTime at={props.at} />
    </>
  );
}
