import { t } from '../../i18n/text';
import type { Problem } from './types';

/** A problem in words: the language's own for some codes, else the API's. */
export const said = (p: Pick<Problem, 'code' | 'message' | 'detail'>): string => t.import.says[p.code]?.(p.detail ?? '') ?? p.message;
