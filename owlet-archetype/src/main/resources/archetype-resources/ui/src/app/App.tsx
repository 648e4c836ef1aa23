import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ApiError } from '../api/client';
import { SessionGate } from '../auth/SessionGate';
import { AppContext } from '../config/context';
import type { Config } from '../config/load';
import type { Model } from '../model/types';
import { Toasts } from '../ui/toast';
import { Pages } from './Pages';

const FRESH = 30_000;
const RETRIES = 2;
const final = (e: Error) => e instanceof ApiError && e.status >= 400 && e.status < 500;

const client = new QueryClient({ defaultOptions: { queries: { staleTime: FRESH, retry: (n, e) => n < RETRIES && !final(e) } } });

export function App({ config, model }: { config: Config; model: Model }) {
  const value = useMemo(() => ({ config, model }), [config, model]);
  return (
    <AppContext value={value}>
      <QueryClientProvider client={client}>
        <SessionGate><Pages /></SessionGate>
        <Toasts />
      </QueryClientProvider>
    </AppContext>
  );
}
