import { act, render, screen } from '@testing-library/react';
import i18next, { createInstance } from 'i18next';
import { initReactI18next, setI18n } from 'react-i18next';
import { useText } from './useText';

const Label = () => <p>{useText()('Save')}</p>;

it('texts that are shown follow when their words come', async () => {
  const instance = createInstance();
  await instance
    .use(initReactI18next)
    .init({ lng: 'fr', showSupportNotice: false, resources: { fr: { 'plugin__expose-vm': { a: 'b' } } } });
  render(<Label />);
  expect(screen.getByText('Save')).toBeVisible();
  act(() => void instance.addResourceBundle('fr', 'plugin__expose-vm', { Save: 'Enregistrer' }, true, true));
  expect(screen.getByText('Enregistrer')).toBeVisible();
  setI18n(i18next);
});
