import { ArrowLeft, Lock } from 'lucide-react';
import { Link } from 'wouter';
import { pathOf } from '../../app/routes';
import { useMay } from '../../auth/access';
import { t } from '../../i18n/text';
import type { Concept } from '../../model/types';
import { LeaveGuard } from '../../ui/LeaveGuard';
import { PageHeader } from '../../ui/PageHeader';
import { EmptyState } from '../../ui/states';
import { DropStep } from './DropStep';
import { LargeStep } from './LargeStep';
import { MatchStep } from './MatchStep';
import { ReviewStep } from './ReviewStep';
import { SendStep } from './SendStep';
import { Steps } from './Steps';
import { useUpload } from './useUpload';
import css from './UploadPage.module.css';

export default function UploadPage({ concept }: { concept: Concept }) {
  const up = useUpload(concept);
  const may = useMay()(concept, 'create');
  return (
    <div className={css.page} data-fill={up.step === 'review' || undefined}>
      <Link to={pathOf(concept)} className={css.back}><ArrowLeft size={15} aria-hidden />{concept.label.many}</Link>
      <PageHeader title={t.import.title(concept.label.many.toLowerCase())} />
      {!may ? <EmptyState icon={<Lock size={22} />} title={t.import.forbidden}>{t.import.forbiddenText}</EmptyState> : (
        <>
          <Steps at={up.step} />
          {up.step === 'file' && <DropStep concept={concept} up={up} />}
          {up.step === 'match' && <MatchStep concept={concept} up={up} />}
          {up.step === 'review' && <ReviewStep concept={concept} up={up} />}
          {up.step === 'send' && <SendStep concept={concept} up={up} />}
          {up.step === 'large' && <LargeStep concept={concept} up={up} />}
          <LeaveGuard dirty={up.step === 'review' || up.sending} title={t.import.leaveAsk} leave={t.form.leave} stay={t.form.stay}>{up.sending ? t.import.leaveSending : t.import.leaveReview}</LeaveGuard>
        </>
      )}
    </div>
  );
}
