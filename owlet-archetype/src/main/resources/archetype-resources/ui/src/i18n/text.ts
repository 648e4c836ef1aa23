import { en, type Texts } from './en';

/** All that the app says, in the language it speaks. Set once, before anything is drawn. */
export let t: Texts = en;

const LANGUAGES: Record<string, () => Promise<Texts>> = {
  en: async () => en,
  nl: async () => (await import('./nl')).nl,
};

const CHOSEN = 'owlet.language';

/** What the person chose on this machine, if anything. */
export const chosenLanguage = () => localStorage.getItem(CHOSEN);

/** Words are everywhere, so the page is drawn anew. */
export function chooseLanguage(language: string) {
  localStorage.setItem(CHOSEN, language);
  location.reload();
}

/** Languages by their own names. */
export const NAMES: Record<string, string> = { en: 'English', nl: 'Nederlands' };

/** The first wanted language that is there; a locale such as nl-BE asks for nl. */
export async function speak(wanted: readonly string[]): Promise<string> {
  const known = wanted.map((locale) => locale.split('-')[0]!.toLowerCase()).find((language) => language in LANGUAGES) ?? 'en';
  t = await LANGUAGES[known]!();
  document.documentElement.lang = known;
  return known;
}
