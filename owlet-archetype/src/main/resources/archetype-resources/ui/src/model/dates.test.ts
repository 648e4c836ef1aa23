import { afterEach, describe, expect, it } from 'vitest';
import { dateExample, readDate, readMoment, readTime, showDate, showMoment, showTime } from './dates';
import { setLocale } from './format';

afterEach(() => setLocale('en-GB'));

describe('dates', () => {
  it('are written as in the country', () => {
    const shown = ['en-GB', 'nl-NL', 'en-US', 'de-CH', 'sv-SE', 'th-TH', 'ar-EG', 'ja-JP'].map((locale) => { setLocale(locale); return [dateExample(), readDate(showDate('0987-02-03'))]; });
    expect(shown.map(([example]) => example).slice(0, 6)).toEqual(['31/12/2026', '31-12-2026', '12/31/2026', '31.12.2026', '2026-12-31', '31/12/2026']);
    expect(shown.map(([, back]) => back)).toEqual(Array(8).fill('0987-02-03'));
  });
  it('are read with whatever stands between, and never guessed', () => {
    setLocale('nl-NL');
    expect(['1-2-2026', '01/02/2026', '1 2 2026', '2026-02-01', '2026/2/1'].map(readDate)).toEqual(Array(5).fill('2026-02-01'));
    expect(['1-2-26', 'tomorrow', '31', ''].map(readDate)).toEqual(['1-2-26', 'tomorrow', '31', '']);
  });
});

describe('times', () => {
  it('lose no digit', () => {
    expect(['9:30', '09.30', '9:30 pm', '12:00 a.m.', '23:59:59.123456'].map(readTime)).toEqual(['09:30:00', '09:30:00', '21:30:00', '00:00:00', '23:59:59.123456']);
    expect(['09:30:00', '09:30:01', '09:30:00.5'].map(showTime)).toEqual(['09:30', '09:30:01', '09:30:00.5']);
  });
});

describe('moments', () => {
  it('come back as they were, to the microsecond', () => {
    for (const locale of ['en-GB', 'nl-NL', 'en-US', 'sv-SE', 'ko-KR', 'hu-HU']) {
      setLocale(locale);
      for (const iso of ['2026-03-31T09:30:00Z', '1901-12-31T23:59:59.123456Z']) expect(readMoment(showMoment(iso))).toBe(iso);
    }
  });
  it('take a zone of their own, and what is none stays', () => {
    expect(readMoment('2026-03-31T09:30+02:00')).toBe('2026-03-31T09:30+02:00');
    expect(['31/02/2026 09:30', '31/12/2026', '31/12/2026 25:00', 'now'].map(readMoment)).toEqual(['31/02/2026 09:30', '31/12/2026', '31/12/2026 25:00', 'now']);
  });
});
