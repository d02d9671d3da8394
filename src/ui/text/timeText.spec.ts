import i18next, { createInstance } from 'i18next';
import { initReactI18next, setI18n } from 'react-i18next';
import { dateText, timeText } from './timeText';

afterEach(() => setI18n(i18next));

const AT = new Date(2026, 10, 30, 16, 24).getTime();

it.each([
  ['en', /^4:24\sPM$/, /^Nov 30, 2026, 4:24\sPM$/],
  ['fr', /^16:24$/, /^30 nov. 2026.*16:24$/],
  ['zh', /^16:24$/, /^2026年11月30日.*16:24$/],
])('times and dates are written as %s does', async (lng, time, date) => {
  await createInstance().use(initReactI18next).init({ lng, showSupportNotice: false });
  expect(timeText(AT)).toMatch(time);
  expect(dateText(AT)).toMatch(date);
});
