import { CircleCheck } from 'lucide-react';
import { t } from '../../i18n/text';
import { formatCount } from '../../model/format';
import type { Concept } from '../../model/types';
import { leaves } from './leaves';
import { ProblemCard } from './ProblemCard';
import type { Upload } from './useUpload';
import css from './ProblemList.module.css';

/** One card for each kind of mistake. */
export function ProblemList({ concept, up }: { concept: Concept; up: Upload }) {
  const { groups, groupCount } = up.review!;
  const all = leaves(concept);
  return (
    <aside className={css.aside} aria-label={t.import.problems} tabIndex={0}>
      <h2 className={css.title}>{groupCount ? t.import.toFix(formatCount(groupCount), groupCount === 1) : t.import.nothingToFix}</h2>
      <div aria-live="polite" className="sr-only">{t.import.problemsLeft(String(groupCount))}</div>
      {!groupCount && <p className={css.good}><CircleCheck size={16} aria-hidden />{t.import.passed}</p>}
      <ul className={css.list}>
        {groups.map((g) => {
          const leaf = all.find((l) => l.name === g.field);
          return leaf && <ProblemCard key={g.key} g={g} leaf={leaf} up={up} />;
        })}
      </ul>
      {groupCount > groups.length && <p className={css.more}>{t.import.andMore(formatCount(groupCount - groups.length))}</p>}
    </aside>
  );
}
