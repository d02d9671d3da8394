import { lazy, Suspense } from 'react';
import { obstaclesOf } from '../../domain/exposure/obstacles';
import type { SeenVm } from '../../domain/k8s/seen';
import { Loading } from '../../ui/Loading';
import { useText } from '../../ui/useText';

// the sentences of the whole catalogue, which most VMs need none of
const ObstacleTexts = lazy(() => import('./ObstacleTexts'));

/** What is in the way of reaching a VM; says so where nothing is. */
export const Obstacles = ({ vm }: { vm: SeenVm }) => {
  const t = useText();
  const obstacles = obstaclesOf(vm);
  if (obstacles.length === 0) return <>{t('nothing')}</>;
  return (
    <Suspense fallback={<Loading />}>
      <ObstacleTexts obstacles={obstacles} />
    </Suspense>
  );
};
