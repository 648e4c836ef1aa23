import { Compass } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useLocation } from 'wouter';
import { ApiError } from '../api/client';
import { useMay, type Right } from '../auth/access';
import { useModel } from '../config/context';
import { t } from '../i18n/text';
import { ButtonLink } from '../ui/Button';
import { EmptyState, ErrorState, Splash } from '../ui/states';
import { Boundary } from './Boundary';
import { placeOf, type Place, type View } from './routes';
import { Shell } from './Shell';

const HomePage = lazy(() => import('../features/home/HomePage'));
const RecordsPage = lazy(() => import('../features/records/RecordsPage'));
const HistoryPage = lazy(() => import('../features/history/HistoryPage'));
const EntryPage = lazy(() => import('../features/entry/EntryPage'));
const UploadPage = lazy(() => import('../features/upload/UploadPage'));
const InsightsPage = lazy(() => import('../features/insights/InsightsPage'));
const PortalPage = lazy(() => import('../features/portal/PortalPage'));

/** What a page is for; who may not do that is told so, without being asked to fill in anything. */
const RIGHTS: Record<View, Right> = { table: 'read', history: 'read', insights: 'read', new: 'create', import: 'create', edit: 'update' };

export function Pages() {
  const [pathname] = useLocation();
  const place = placeOf(pathname, useModel().concepts);
  return (
    <Shell place={place}>
      <Boundary key={pathname}>
        <Suspense fallback={<Splash label={t.common.loading} />}><Page place={place} /></Suspense>
      </Boundary>
    </Shell>
  );
}

/** A page of your own: write it beside the others, give it an address in routes.ts, and name it here. */
function Page({ place }: { place: Place }) {
  const may = useMay();
  if (place.at === 'home') return <HomePage />;
  if (place.at === 'portal') return <PortalPage />;
  if (place.at === 'nowhere') return <EmptyState main icon={<Compass size={22} />} title={t.shell.notFound} actions={<ButtonLink href="/">{t.shell.toOverview}</ButtonLink>}>{t.shell.notFoundText}</EmptyState>;
  const { concept, view } = place;
  if (!may(concept, RIGHTS[view])) return <ErrorState main error={new ApiError(403, t.shell.notYours(concept.label.many.toLowerCase()))} />;
  const key = `${concept.name} ${view} ${place.key ?? ''}`;
  if (view === 'table') return <RecordsPage key={key} concept={concept} />;
  if (view === 'history') return <HistoryPage key={key} concept={concept} />;
  if (view === 'import') return <UploadPage key={key} concept={concept} />;
  if (view === 'insights') return <InsightsPage key={key} concept={concept} />;
  return <EntryPage key={key} concept={concept} id={place.key} />;
}
