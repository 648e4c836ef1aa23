import '@fontsource-variable/inter/wght.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/input.css';
import { createRoot } from 'react-dom/client';
import './app/turns';
import { App } from './app/App';
import { start } from './auth/session';
import { load } from './config/load';
import { chosenLanguage, speak } from './i18n/text';
import { setLocale } from './model/format';

const root = createRoot(document.getElementById('root')!);
try {
  const loaded = await load();
  const { locale, title, accent } = loaded.model.app;
  const languages = [chosenLanguage(), locale, ...navigator.languages].filter((l): l is string => !!l);
  await speak(languages);
  setLocale(locale ?? navigator.language);
  if (accent && /^#[0-9a-f]{6}$/i.test(accent)) document.documentElement.style.setProperty('--ow-accent', accent);
  document.title = title;
  start(loaded.config);
  root.render(<App {...loaded} />);
} catch (error) {
  await speak(navigator.languages);
  const { StartProblem } = await import('./app/StartProblem');
  root.render(<StartProblem error={error} />);
}
