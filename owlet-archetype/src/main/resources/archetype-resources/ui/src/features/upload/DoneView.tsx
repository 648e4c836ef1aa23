import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { FieldProblem } from '../../api/client';
import { pathOf } from '../../app/routes';
import { t } from '../../i18n/text';
import { formatCount, formatNumber } from '../../model/format';
import { say } from '../../model/say';
import type { Concept } from '../../model/types';
import { ButtonLink } from '../../ui/Button';
import { Notice } from '../../ui/states';
import { leafAt, leaves } from './leaves';
import css from './SendStep.module.css';

export interface RefusedLine extends FieldProblem { row: number }
interface Props {
  concept: Concept; created: number; updated: number; refused: number; seconds?: number; leftOut?: number; skipped?: number;
  failed?: string; stopped?: string; lines: RefusedLine[]; notes?: ReactNode; actions: ReactNode;
}

const SHOWN = 200;

/** How an import went: what was saved, what was not and why. */
export function DoneView({ concept, created, updated, refused, seconds, leftOut = 0, skipped = 0, failed, stopped, lines, notes, actions }: Props) {
  const saved = created + updated;
  const well = !failed && !stopped && !refused;
  const facts = [created && t.import.added(formatCount(created)), updated && t.import.updated(formatCount(updated)), leftOut && t.import.leftOut(formatCount(leftOut)), skipped && t.import.skipped(formatCount(skipped)),
    saved && seconds !== undefined && t.import.inSeconds(formatNumber(seconds, 1))].filter(Boolean).join(', ');
  return (
    <div className={css.done}>
      <div className={css.head} role="status">
        <span className={css.icon} data-kind={well ? 'good' : 'warn'}>{well ? <CircleCheck size={26} aria-hidden /> : <TriangleAlert size={24} aria-hidden />}</span>
        <div>
          <h2 className={css.title}>{t.import.saved(formatCount(saved), (saved === 1 ? concept.label.one : concept.label.many).toLowerCase())}{refused > 0 && `, ${t.import.refused(formatCount(refused))}`}</h2>
          {facts && <p className={css.text}>{facts}.</p>}
        </div>
      </div>
      {stopped && <Notice title={t.import.stopped}>{stopped}</Notice>}
      {failed && <Notice bad title={t.import.unfinished}>{failed}</Notice>}
      {lines.length > 0 && <Refused concept={concept} lines={lines} />}
      {notes}
      <div className={css.actions}>
        {actions}
        <ButtonLink look={well ? 'primary' : 'plain'} href={pathOf(concept)}>{t.import.show(concept.label.many.toLowerCase())}</ButtonLink>
      </div>
    </div>
  );
}

function Refused({ concept, lines }: { concept: Concept; lines: RefusedLine[] }) {
  const all = leaves(concept);
  return (
    <div className={css.frame} tabIndex={0} role="region" aria-label={t.import.refusedRows}>
      <table className={css.table}>
        <thead><tr><th scope="col">{t.import.row}</th><th scope="col">{t.import.field}</th><th scope="col">{t.import.reason}</th></tr></thead>
        <tbody>
          {lines.slice(0, SHOWN).map((l, i) => <tr key={i}><td className="num">{formatCount(l.row)}</td><td>{leafAt(all, l.pointer)?.label ?? l.pointer}</td><td>{say(concept, l)}</td></tr>)}
        </tbody>
      </table>
      {lines.length > SHOWN && <p className={css.rest}>{t.import.andMore(formatCount(lines.length - SHOWN))}</p>}
    </div>
  );
}
