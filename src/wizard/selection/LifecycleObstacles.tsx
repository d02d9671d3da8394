import type { SeenVm } from '../../domain/k8s/seen';
import { lifecycleObstacles } from '../../domain/draft/timingRefusals';
import { lifecycleText } from '../../ui/text/lifecycleText';
import { Notice } from '../../ui/Notice';
import { useText } from '../../ui/useText';

/** The VMs that KubeVirt would refuse to restart or to start. */
export const LifecycleObstacles = ({ vms }: { readonly vms: readonly SeenVm[] }) => {
  const t = useText();
  return (
    <>
      {lifecycleObstacles(vms).map(({ name, obstacle }) => (
        <Notice key={name} variant="warning" title={lifecycleText(t, obstacle, name)}>
          {t('The step Review shows the answer of the API server.')}
        </Notice>
      ))}
    </>
  );
};
