import { link } from '../model/concept';
import type { Model } from '../model/types';

/** What the deployment knows and the bundle does not: config.json, beside index.html. */
export interface Config {
  apiUrl: string;
  environment: string;
  auth: { authority: string; clientId: string; domain: string; scope: string };
}

const TRIES = 4;
const PAUSE = 1500;

/** A function that has slept for weeks may need some seconds, and a second request, to wake. */
async function json<T>(path: string): Promise<T> {
  for (let tried = 1; ; tried++) {
    const answer = await fetch(path, { credentials: 'same-origin' }).catch((e: Error) => e);
    if (answer instanceof Response && answer.ok) return answer.json() as Promise<T>;
    const passing = answer instanceof Error || answer.status >= 500 || answer.status === 429;
    if (!passing || tried >= TRIES) throw new Error(answer instanceof Error ? `${path}: ${answer.message}` : `${path} answered ${answer.status}`);
    await new Promise((done) => setTimeout(done, PAUSE * tried));
  }
}

export async function load(): Promise<{ config: Config; model: Model }> {
  const [config, model] = await Promise.all([json<Config>('/config.json'), json<Model>('/api/model.json')]);
  if (model.modelVersion !== 1) throw new Error(`This page reads model version 1, model.json has ${String(model.modelVersion)}`);
  link(model.concepts);
  return { config, model };
}
