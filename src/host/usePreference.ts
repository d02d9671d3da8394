import * as sdk from '@openshift-console/dynamic-plugin-sdk';

/**
 * A value that the console keeps for the user: `[value, setValue, loaded]`. OpenShift up to 4.21 has the hook under its
 * former name only.
 */
export const usePreference: typeof sdk.useUserPreference = sdk.useUserPreference ?? sdk.useUserSettings;
