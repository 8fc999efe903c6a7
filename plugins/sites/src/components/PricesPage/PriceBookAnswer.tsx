import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PriceBook } from '../../api';
import type { PriceRow } from '../../domain/PriceBookForm';
import { pricesTranslationRef } from '../../pricesTranslation';

/** How far a version differs from the one it is read against. */
export function PriceBookAnswer(props: {
  rows: PriceRow[];
  currency: string;
  isDraft: boolean;
  compared: PriceBook | undefined;
}) {
  const { rows, currency, isDraft, compared } = props;
  const { t } = useTranslationRef(pricesTranslationRef);
  if (!compared) return <>{t('book.first')}</>;
  if (compared.currency !== currency) {
    return <>{t('book.notComparable', { compared: compared.version })}</>;
  }
  const words = {
    count: rows.filter(({ differs }) => differs).length,
    compared: compared.version,
  };
  if (words.count === 0) {
    return <>{t(isDraft ? 'book.draftSame' : 'book.same', words)}</>;
  }
  return <>{t(isDraft ? 'book.draftAnswer' : 'book.differs', words)}</>;
}
