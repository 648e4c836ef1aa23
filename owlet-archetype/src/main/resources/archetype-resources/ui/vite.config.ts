import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { licenses, workerLicenses } from './scripts/licenses.mjs';

// npm run dev draws the app from the sources, with the data of mvn owlet:run beside it.
const server = process.env.OWLET_URL ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react(), licenses()],
  worker: { format: 'es', plugins: () => [workerLicenses()] },
  build: { target: 'es2022', modulePreload: { polyfill: false }, assetsInlineLimit: 0, manifest: true },
  server: { port: 5173, proxy: { '^/(api|oauth2|local|logout|config\\.json)': server } },
  test: { environment: 'node', include: ['src/**/*.test.{ts,tsx}'] },
});
