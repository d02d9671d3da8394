import { obstaclesOf } from '../domain/obstacles';
import type { SeenVm } from '../domain/seen';
import { obstacleText } from '../ui/obstacleText';
import { useText } from '../ui/useText';

/** What is in the way of reaching a VM, a sentence each; says so where nothing is. */
export const Obstacles = ({ vm }: { vm: SeenVm }) => {
  const t = useText();
  const texts = obstaclesOf(vm).map((obstacle) => obstacleText(t, obstacle));
  if (texts.length === 0) return <>{t('nothing')}</>;
  return texts.map((text) => <div key={text}>{text}</div>);
};
