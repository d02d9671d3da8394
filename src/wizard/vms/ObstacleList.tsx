import { List, ListItem } from '@patternfly/react-core';
import { obstaclesOf, type Obstacle } from '../../domain/exposure/obstacles';
import { namespaceOf, nameOf } from '../../domain/k8s/objects';
import type { SeenVm } from '../../domain/k8s/seen';
import { Link } from '../../host/router';
import { vmPath } from '../../ui/paths';
import { obstacleText } from '../../ui/text/obstacleText';
import { useText } from '../../ui/useText';

/** What the user can do about an obstacle. */
const WayOut = ({ obstacle, vm: { vm } }: { readonly obstacle: Obstacle; readonly vm: SeenVm }) => {
  const t = useText();
  switch (obstacle.code) {
    case 'ports-list':
      return <>{t('To allow other ports, select them in the step Service and ports.')}</>;
    case 'migrating':
      return <>{t('Wait until the migration is complete.')}</>;
    case 'not-checked':
      return <>{t('Ask a cluster administrator for permission to view the instance of this VM.')}</>;
    case 'finding':
      return <Link to={vmPath(namespaceOf(vm), nameOf(vm))}>{t('View VM {{name}}', { name: nameOf(vm) })}</Link>;
  }
};

/** What keeps a VM from being reached, whatever the Service, each with a way out. */
const ObstacleList = ({ vm }: { readonly vm: SeenVm }) => {
  const t = useText();
  return (
    <List isPlain>
      {obstaclesOf(vm).map((obstacle, index) => (
        <ListItem key={index}>
          <div>{obstacleText(t, obstacle)}</div>
          <WayOut obstacle={obstacle} vm={vm} />
        </ListItem>
      ))}
    </List>
  );
};

export default ObstacleList;
