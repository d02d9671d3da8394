import { useTestImage } from '../cluster/ask/useTestImage';
import { isImageName } from '../domain/cluster-test/imageName';
import { usePreference } from '../host/usePreference';

interface KnownImage {
  /** the one that this user gave last, else the configured one; empty where there is none */
  readonly image: string;
  /** false while it is being read */
  readonly isKnown: boolean;
  /** keeps an image for this user */
  readonly remember: (image: string) => void;
}

/** The image of connection tests. */
export function useKnownImage(): KnownImage {
  const configured = useTestImage();
  const [kept, keep, isLoaded] = usePreference<string>('expose-vm.testImage', '');
  const remembered = typeof kept === 'string' && isImageName(kept) ? kept : '';
  return {
    image: remembered || (configured ?? ''),
    isKnown: isLoaded && configured !== undefined,
    remember: (image) => keep(image),
  };
}
