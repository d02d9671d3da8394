import { isImageName } from '../../domain/cluster-test/imageName';
import { readPluginConfig } from '../port/sdkPort';
import { useOnce } from './useOnce';

/**
 * The image for tests from the cluster that the chart's `config.json` names, whose default is the plugin's own.
 * @returns undefined while it is being read; empty where none is named, so that the person has to
 */
export function useTestImage(): string | undefined {
  const { data, failure } = useOnce('config.json', readPluginConfig);
  if (failure) return '';
  if (data === undefined) return undefined;
  const { testImage } = (data ?? {}) as { testImage?: unknown };
  return typeof testImage === 'string' && isImageName(testImage) ? testImage : '';
}
