import type { Obstacle } from '../../domain/exposure/obstacles';
import { obstacleText } from '../../ui/text/obstacleText';
import { useText } from '../../ui/useText';

/** The obstacles, one sentence each. */
const ObstacleTexts = ({ obstacles }: { readonly obstacles: readonly Obstacle[] }) => {
  const t = useText();
  return (
    <>
      {obstacles.map((obstacle) => {
        const text = obstacleText(t, obstacle);
        return <div key={text}>{text}</div>;
      })}
    </>
  );
};

export default ObstacleTexts;
