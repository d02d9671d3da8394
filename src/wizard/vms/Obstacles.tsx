import { obstaclesOf } from '../../domain/exposure/obstacles';
import type { SeenVm } from '../../domain/k8s/seen';
import { useText } from '../../ui/useText';
import { lazyPart } from '../../ui/loading/lazyPart';

// loads the sentences of all findings; most VMs have no obstacle
const ObstacleTexts = lazyPart(() => import('./ObstacleTexts'));

/** What keeps the VM from being reached; says so when nothing does. */
export const Obstacles = ({ vm }: { vm: SeenVm }) => {
  const t = useText();
  const obstacles = obstaclesOf(vm);
  if (obstacles.length === 0) return <>{t('No issues found on the VM itself')}</>;
  return <ObstacleTexts obstacles={obstacles} />;
};
