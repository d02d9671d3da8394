import type { IgnoredPreset } from '../../domain/draft/presets';
import { Notice } from '../../ui/Notice';
import { useText } from '../../ui/useText';

/** Names the values of the link that could not be used; nothing when all could. */
export const IgnoredPresets = ({ ignored }: { readonly ignored: readonly IgnoredPreset[] }) => {
  const t = useText();
  if (ignored.length === 0) return null;
  return (
    <Notice variant="info" title={t('Some values of the link are not valid and were ignored')}>
      {ignored.map(({ name, value }) => `${name}=${value}`).join(', ')}
    </Notice>
  );
};
