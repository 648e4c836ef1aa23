import { createContext, useContext } from 'react';
import type { Concept, Model } from '../model/types';
import type { Config } from './load';

export const AppContext = createContext<{ config: Config; model: Model } | null>(null);

export function useApp() {
  const app = useContext(AppContext);
  if (!app) throw new Error('useApp needs AppContext');
  return app;
}
export const useModel = () => useApp().model;
export const useConfig = () => useApp().config;

export function useConceptNamed(name: string | undefined): Concept | undefined {
  return useModel().concepts.find((c) => c.name === name);
}
