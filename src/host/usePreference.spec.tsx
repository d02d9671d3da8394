import { useUserPreference } from '../../test/components/sdkStub';

describe('usePreference', () => {
  afterEach(() => jest.resetModules());

  it.each([
    ['the hook of OpenShift 4.22', { useUserPreference, useUserSettings: () => undefined }],
    ['its former name on older consoles', { useUserSettings: useUserPreference }],
  ])('is %s', async (_, sdk) => {
    jest.doMock('@openshift-console/dynamic-plugin-sdk', () => sdk);
    const { usePreference } = await import('./usePreference');
    expect(usePreference).toBe(useUserPreference);
  });
});
