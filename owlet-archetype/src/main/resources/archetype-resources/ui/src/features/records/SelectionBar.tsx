import { Trash2, X } from 'lucide-react';
import { t } from '../../i18n/text';
import { formatCount } from '../../model/format';
import type { Row } from '../../model/types';
import { Button, IconButton } from '../../ui/Button';
import css from './SelectionBar.module.css';

/** What can be done with the selected rows. */
export function SelectionBar({ rows, clear, onDelete }: { rows: Row[]; clear: () => void; onDelete: (rows: Row[]) => void }) {
  if (!rows.length) return null;
  return (
    <div className={css.bar} role="region" aria-label={t.records.selection}>
      <strong role="status">{t.records.selected(formatCount(rows.length))}</strong>
      <Button small look="quiet" icon={<Trash2 size={15} />} onClick={() => onDelete(rows)}>{t.common.delete}</Button>
      <IconButton label={t.records.deselect} onClick={clear}><X size={16} /></IconButton>
    </div>
  );
}
