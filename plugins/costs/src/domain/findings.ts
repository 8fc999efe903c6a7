import type { Conformance, ConformanceFinding } from '../api';

/** Whether a rule has to hold, or had better. */
export type Obligation = 'must' | 'should';

/** Whether a broken rule is one that must hold. */
export function isMust({ severity }: Pick<ConformanceFinding, 'severity'>) {
  return severity === 'MUST';
}

/** Broken rules of one kind that have the words searched for. */
export function findingsOf(
  report: Conformance,
  obligation: Obligation,
  search: string,
): ConformanceFinding[] {
  const words = search.trim().toLocaleLowerCase();
  return report.findings.filter(
    finding =>
      isMust(finding) === (obligation === 'must') &&
      [finding.ruleId, finding.column ?? '', finding.text].some(text =>
        text.toLocaleLowerCase().includes(words),
      ),
  );
}
